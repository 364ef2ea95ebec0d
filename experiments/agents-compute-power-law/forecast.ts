import { fitLaw, type Law, predict, reached } from '@lawbook/estimators'

/** How one form fitted to part of a curve forecasts the rest of it. */
export type Forecast = {
  /** The parameters of the fit; null where it ended without a minimum. */
  readonly theta: Float64Array | null
  readonly predicted: Float64Array
}

/**
 * How many points are fitted, from the smallest budget on: those up to the middle of the range of ln x, at least
 * `fewest`, and always all but one at most.
 */
export function fittedCount(x: Float64Array, fewest: number): number {
  const middle = (Math.log(x[0]!) + Math.log(x.at(-1)!)) / 2
  const below = x.filter((value) => Math.log(value) <= middle + 1e-9).length
  return Math.min(Math.max(below, fewest), x.length - 1)
}

/**
 * The law fitted to the first `fitted` points, at all points, cut to [0, 1] since success is a share: a fit on a bound
 * can be anywhere. `start` is a warm start.
 */
export function forecast(
  law: Law,
  x: Float64Array,
  y: Float64Array,
  fitted: number,
  start?: Float64Array | null,
): Forecast {
  const theta = reached(fitLaw(law, x.slice(0, fitted), y.slice(0, fitted), start ? { start } : {}))
  if (theta !== null)
    return { theta, predicted: predict(law, x, theta).map((value) => Math.min(1, Math.max(0, value))) }
  return meanForecast(y, fitted)
}

function meanForecast(y: Float64Array, fitted: number): Forecast {
  const mean = y.subarray(0, fitted).reduce((sum, value) => sum + value, 0) / fitted
  return { theta: null, predicted: y.map(() => mean) }
}

/**
 * Forecasts of forms that are compared. Where the fit of one of them has no minimum they all forecast the mean of the
 * fitted part, so that no form wins or loses by the failure of a search. The fits that there are stay as they are.
 */
export function comparable(forecasts: readonly Forecast[], y: Float64Array, fitted: number): readonly Forecast[] {
  if (forecasts.every(({ theta }) => theta !== null)) return forecasts
  const { predicted } = meanForecast(y, fitted)
  return forecasts.map(({ theta }) => ({ theta, predicted }))
}

/** Root mean square of the difference of two curves from point `from` on, in points of success. */
export function distance(one: Float64Array, other: Float64Array, from: number): number {
  let squares = 0
  for (let k = from; k < one.length; k++) squares += (one[k]! - other[k]!) * (one[k]! - other[k]!)
  return 100 * Math.sqrt(squares / (one.length - from))
}

/** Largest absolute difference of two curves, in points of success. */
export function farthest(one: Float64Array, other: Float64Array): number {
  return 100 * one.reduce((most, value, k) => Math.max(most, Math.abs(value - other[k]!)), 0)
}
