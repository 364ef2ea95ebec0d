import { fail } from '@lawbook/base'

/** The mean of errors, of their absolute values, and the root of the mean of their squares; all in the unit of y. */
export type PredictionError = { readonly signed: number; readonly absolute: number; readonly rms: number }

/**
 * Errors, predicted - observed, in three numbers: `signed` (bias; errors may cancel), `absolute` and `rms` (they may
 * not), with |signed| <= absolute <= rms. Every error counts the same. Throws LB_FIT without errors and LB_NOT_FINITE
 * for one that is not finite.
 */
export function predictionError(errors: Float64Array): PredictionError {
  const n = errors.length
  if (n === 0) fail('LB_FIT', 'no errors to average; give at least one predicted point')
  let [signed, absolute, squares] = [0, 0, 0]
  for (const error of errors) {
    if (!Number.isFinite(error)) fail('LB_NOT_FINITE', `a prediction is off by ${error}; leave missing points out`)
    signed += error
    absolute += Math.abs(error)
    squares += error * error
  }
  return { signed: signed / n, absolute: absolute / n, rms: Math.sqrt(squares / n) }
}
