import type { Form } from '@lawbook/audit'
import { fail } from '@lawbook/base'
import type { Estimate } from '@lawbook/schemas'
import type { Cell } from './cells.ts'
import type { ForecastChoices } from './choices.ts'
import { type ChosenSpread, heldShares, spreadsOf } from './cover.ts'
import { best, errorsAt, type Forecasts, formId, meanByDraw } from './errors.ts'

/** The measures of forecasts that claims are judged by. */
export const forecastNames = ['less-error-than-log', 'coverage'] as const
export type ForecastName = (typeof forecastNames)[number]

/** What was chosen on calibration draws. */
export type Chosen = { readonly form: Form; readonly line: Form; readonly spreads: readonly ChosenSpread[] }

/** Choose the form that extrapolates best, the best log line, and the spread of the form's errors; null if none fits. */
export function choose(all: readonly Forecasts[], cells: readonly Cell[], choices: ForecastChoices): Chosen | null {
  const chosen = best(all, cells)
  const line = best(
    all.filter(({ form }) => form.law === 'log'),
    cells,
  )
  if (chosen === null || line === null) return null
  return { form: chosen.form, line: line.form, spreads: spreadsOf(chosen, cells, choices) }
}

/** Judge what was chosen on other draws: how much less it errs than the line at the largest factor, and what it covers. */
export function judge(
  { form, line, spreads }: Chosen,
  all: readonly Forecasts[],
  cells: readonly Cell[],
  { factors }: ForecastChoices,
): Readonly<Record<ForecastName, Estimate>> {
  const own = forecastsBy(all, form)
  return {
    'less-error-than-log': meanByDraw(lessError(own, forecastsBy(all, line), cells, factors.length - 1), cells),
    coverage: meanByDraw(heldShares(own, cells, spreads), cells),
  }
}

/** Absolute error of another form's forecasts less that of a form's own at the k-th factor, cell by cell, in points. */
export function lessError(own: Forecasts, other: Forecasts, cells: readonly Cell[], k: number): Float64Array {
  const errors = errorsAt(own, cells, k)
  return errorsAt(other, cells, k).map((error, i) => 100 * (Math.abs(error) - Math.abs(errors[i]!)))
}

/** What a form says of each cell. */
export function forecastsBy(all: readonly Forecasts[], form: Form): Forecasts {
  const id = formId(form)
  return (
    all.find((one) => formId(one.form) === id) ??
    fail('LB_DANGLING', `no cell was forecast by the form ${id}; forecast by it as well`)
  )
}
