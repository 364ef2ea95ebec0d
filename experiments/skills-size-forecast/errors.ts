import { extrapolated, type Form } from '@lawbook/audit'
import { clusterMean, nestedIntervals, predictionError } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import type { Cell } from './cells.ts'

/** A form and what it says of each cell at each factor, in the order of the cells; null where its fit failed. */
export type Forecasts = { readonly form: Form; readonly said: readonly (readonly number[] | null)[] }

export const formId = ({ law, fitted }: Form): string => `${law} ${fitted}`

/** Fit every form to what was known of each cell. */
export function forecastsOf(cells: readonly Cell[], forms: readonly Form[], factors: readonly number[]): Forecasts[] {
  return forms.map((form) => ({
    form,
    said: cells.map(({ curve, skills }) =>
      extrapolated(
        form,
        curve,
        factors.map((factor) => factor * skills),
      ),
    ),
  }))
}

/** Forecast less what came at the k-th factor, cell by cell; NaN where there is no forecast. */
export function errorsAt({ said }: Forecasts, cells: readonly Cell[], k: number): Float64Array {
  return Float64Array.from(cells, ({ came }, i) => (said[i] === null ? Number.NaN : said[i]![k]! - came[k]!))
}

/**
 * The form with the smallest root mean squared error over cells and factors, and of equals the first. A form whose fit
 * fails in any cell cannot be chosen.
 */
export function best(all: readonly Forecasts[], cells: readonly Cell[]): Forecasts | null {
  let least: { readonly forecasts: Forecasts; readonly rms: number } | null = null
  for (const forecasts of all) {
    if (cells.length === 0 || forecasts.said.includes(null)) continue
    const factors = cells[0]!.came.map((_, k) => errorsAt(forecasts, cells, k))
    const { rms } = predictionError(Float64Array.from(factors.flatMap((errors) => [...errors])))
    if (least === null || rms < least.rms) least = { forecasts, rms }
  }
  return least?.forecasts ?? null
}

/** Nothing is known. */
export const unknown: Estimate = { value: null, i90: null, i995: null }

/**
 * The mean over cells with intervals clustered by growing library. Null where a value is NaN or there is none; without
 * an interval where there are fewer than two libraries, or all say the same: no spread is no certainty.
 */
export function meanByDraw(values: Float64Array, cells: readonly Cell[]): Estimate {
  if (values.length === 0 || values.some((value) => !Number.isFinite(value))) return unknown
  const draws = [...new Set(cells.map(({ draw }) => draw))]
  const place = new Map(draws.map((draw, g) => [draw, g]))
  const clusters = Int32Array.from(cells, ({ draw }) => place.get(draw)!)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  if (draws.length < 2) return { ...unknown, value: mean }
  const estimate = clusterMean({ values, clusters })
  return estimate.se > 1e-12 ? nestedIntervals({ ...estimate, sided: 'one' }) : { ...unknown, value: mean }
}
