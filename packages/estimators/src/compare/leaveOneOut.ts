import { fail } from '@lawbook/base'
import { type Minimum, reached } from '../fit/problem.ts'
import { type Law, predict } from '../laws/law.ts'
import { type PredictionError, predictionError } from './predictionError.ts'
import { type FittedPoints, pointsWhere, refit, sizesOf } from './refit.ts'

/**
 * The law without one size: how its refit ended, and predicted - observed at each point that was left out, in the order
 * of the points; null where the refit has no point to predict from.
 */
export type LeftOutSize = {
  readonly label: string
  /** The row of inputs that was left out. */
  readonly x: Float64Array
  readonly status: Minimum['status']
  readonly errors: Float64Array | null
}

/** Every size left out once; `error` over all points, null where a refit gave no prediction. */
export type LeaveOneSizeOut = { readonly sizes: readonly LeftOutSize[]; readonly error: PredictionError | null }

/**
 * Cross-validation by size: for each distinct row of inputs, the law is fitted to the points at all other sizes and
 * predicts those at this one (Stone 1974, leave-one-out over groups). Points that share a size leave together, because
 * they would otherwise predict each other. Errors are predicted - observed in the unit of y, unweighted. `error` is
 * null as soon as one size has none: the mean of the rest would flatter a law that fails where it is hardest. A refit
 * on fewer sizes than parameters is `singular`. Throws LB_FIT with fewer than two sizes and for lengths that do not
 * match.
 */
export function leaveOneSizeOut(law: Law, points: FittedPoints): LeaveOneSizeOut {
  const groups = sizesOf(law, points)
  if (groups.length < 2) fail('LB_FIT', `cannot leave a size out of ${groups.length}; give at least two distinct x`)
  const sizes = groups.map(({ label, x, at }): LeftOutSize => {
    const out = new Set(at)
    const fit = refit(
      law,
      pointsWhere(law, points, (i) => !out.has(i)),
    )
    const theta = reached(fit)
    if (theta === null) return { label, x, status: fit.status, errors: null }
    const [predicted] = predict(law, x, theta)
    return { label, x, status: fit.status, errors: Float64Array.from(at, (i) => predicted! - points.y[i]!) }
  })
  const errors = sizes.map((size) => size.errors)
  const known = errors.filter((error) => error !== null)
  const complete = known.length === errors.length
  return { sizes, error: complete ? predictionError(Float64Array.from(known.flatMap((error) => [...error]))) : null }
}
