import { reachOf, type Spread } from '@lawbook/audit'
import { sortedQuantile } from '@lawbook/estimators'
import type { Cell } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { errorsAt, type Forecasts } from './errors.ts'

/** A spread of errors, between which quantiles it lies, and the share that such a one held of the draw left out. */
export type ChosenSpread = Spread & { readonly share: number; readonly leftOut: number }

/** Scaled errors: forecast less what came, times the root of the number of requests. */
const scaled = (errors: Float64Array, cells: readonly Cell[]): Float64Array =>
  errors.map((error, i) => error * Math.sqrt(cells[i]!.requests))

/**
 * The spread of a form's errors at each factor: between the quantiles with the smallest listed share that holds what
 * came in at least the wanted share of cells when the draw of the cell is left out; the largest listed share if none does.
 */
export function spreadsOf(forecasts: Forecasts, cells: readonly Cell[], choices: ForecastChoices): ChosenSpread[] {
  return choices.factors.map((factor, k) => {
    const errors = scaled(errorsAt(forecasts, cells, k), cells)
    const tried = choices.quantileShares.map((share) => ({ share, leftOut: leftOutShare(errors, cells, share) }))
    const chosen = tried.find(({ leftOut }) => leftOut >= choices.level) ?? tried.at(-1)!
    const mostRequests = Math.max(...cells.map(({ requests }) => requests))
    const mostSkills = Math.max(...cells.map(({ skills }) => skills))
    return { factor, ...between(errors, chosen.share), mostRequests, mostSkills, ...chosen }
  })
}

function between(errors: Float64Array, share: number): { readonly low: number; readonly high: number } {
  const sorted = errors.slice().sort()
  return { low: sortedQuantile(sorted, (1 - share) / 2), high: sortedQuantile(sorted, (1 + share) / 2) }
}

function leftOutShare(errors: Float64Array, cells: readonly Cell[], share: number): number {
  let inside = 0
  for (const draw of new Set(cells.map((cell) => cell.draw))) {
    const { low, high } = between(
      errors.filter((_, i) => cells[i]!.draw !== draw),
      share,
    )
    cells.forEach((cell, i) => {
      if (cell.draw === draw && errors[i]! >= low && errors[i]! <= high) inside++
    })
  }
  return inside / cells.length
}

/** The interval of what comes around a forecast, inside [0, 1]. */
export function limitsOf(forecast: number, spread: Spread, requests: number): readonly [number, number] {
  const { below, above } = reachOf(spread, requests)
  return [Math.max(0, forecast - below), Math.min(1, forecast + above)]
}

/** 1 for each (cell, factor) whose interval holds what came, else 0: the mean over factors, cell by cell. */
export function heldShares(forecasts: Forecasts, cells: readonly Cell[], spreads: readonly Spread[]): Float64Array {
  return Float64Array.from(cells, ({ came, requests }, i) => {
    const said = forecasts.said[i]
    if (said === null || said === undefined) return Number.NaN
    const held = came.filter((value, k) => {
      const [low, high] = limitsOf(said[k]!, spreads[k]!, requests)
      return value >= low && value <= high
    })
    return held.length / came.length
  })
}
