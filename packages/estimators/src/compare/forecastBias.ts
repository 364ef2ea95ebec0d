import { fail } from '@lawbook/base'
import { reached } from '../fit/problem.ts'
import { fitLaw } from '../laws/fitLaw.ts'
import { type Law, predict } from '../laws/law.ts'
import { checkPoints } from '../laws/points.ts'

/** Points (x, y) of a curve. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

/**
 * How far a law fitted to `train` lies above the points `ahead` on average: the mean of predicted - y there, in units
 * of y. Signed, so that errors at several points may cancel, and smooth in y, so that it can be jackknifed, which a
 * mean of absolute errors cannot where one is near 0 (`extrapolation` has those). Null when the fit reaches no minimum;
 * one on a bound counts. `start` is a warm start (see `fitLaw`). Throws LB_FIT when there is no point ahead, when one
 * is not beyond all of `train` in the first input, when lengths do not belong together, or when `train` cannot
 * determine the law; otherwise as `fitLaw` does.
 */
export function forecastBias({
  law,
  train,
  ahead,
  start,
}: {
  law: Law
  train: Points
  ahead: Points
  start?: Float64Array | undefined
}): number | null {
  if (ahead.y.length === 0) fail('LB_FIT', 'no points to forecast; give at least one')
  checkPoints(law, ahead.x, ahead.y)
  const width = law.inputs.length
  let last = Number.NEGATIVE_INFINITY
  for (let i = 0; i < train.x.length; i += width) last = Math.max(last, train.x[i]!)
  for (let i = 0; i < ahead.x.length; i += width)
    if (!(ahead.x[i]! > last))
      fail('LB_FIT', `cannot forecast at x = ${ahead.x[i]}: the law is fitted up to ${last}; give larger x`)
  const theta = reached(fitLaw(law, train.x, train.y, { start }))
  if (theta === null) return null
  const predicted = predict(law, ahead.x, theta)
  return predicted.reduce((sum, value, k) => sum + value - ahead.y[k]!, 0) / predicted.length
}
