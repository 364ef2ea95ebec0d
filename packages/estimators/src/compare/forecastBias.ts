import { fail } from '@lawbook/base'
import { fitLaw } from '../laws/fitLaw.ts'
import { type Law, predict } from '../laws/law.ts'

/** Points (x, y) of a curve. */
export type Points = { readonly x: Float64Array; readonly y: Float64Array }

/**
 * How far a law fitted to `train` lies above the points `ahead` on average: the mean of predicted - y there, in units of
 * y. Signed, so that errors at several points may cancel, and smooth in y, so that it can be jackknifed, which a mean of
 * absolute errors cannot where one is near 0. Null when the fit does not converge. `start` is a warm start (see
 * `fitLaw`). Throws LB_FIT when a point ahead is not beyond all of `train`, or there is none, or when `train` cannot
 * determine the law.
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
  if (ahead.x.length === 0) fail('LB_FIT', 'no points to forecast; give at least one')
  const last = Math.max(...train.x)
  for (const x of ahead.x)
    if (!(x > last)) fail('LB_FIT', `cannot forecast at x = ${x}: the law is fitted up to ${last}; give larger x`)
  const fit = fitLaw(law, train.x, train.y, start === undefined ? {} : { start })
  if (fit.status !== 'converged') return null
  const predicted = predict(law, ahead.x, fit.parameters)
  return predicted.reduce((sum, value, k) => sum + value - ahead.y[k]!, 0) / predicted.length
}
