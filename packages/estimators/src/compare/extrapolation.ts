import { fail } from '@lawbook/base'
import { type Minimum, reached } from '../fit/problem.ts'
import { type Law, predict } from '../laws/law.ts'
import { type PredictionError, predictionError } from './predictionError.ts'
import { type FittedPoints, pointsWhere, refit, sizesOf } from './refit.ts'

/**
 * A law fitted up to `from` and predicted beyond, up to `to`. `errors` are predicted - observed at each point beyond,
 * in the order of the points, and `error` sums them up; both null where the fit has no point to predict from.
 */
export type Extrapolation = {
  readonly status: Minimum['status']
  /** How many points were fitted. */
  readonly fitted: number
  readonly from: number
  readonly to: number
  readonly errors: Float64Array | null
  readonly error: PredictionError | null
}

/**
 * How far a law is off beyond the range that it was fitted to: fitted to the points whose first input is at most
 * `from`, compared with all others, in the unit of y, unweighted. `from` must be chosen before looking at the points
 * beyond. A fit to fewer sizes than parameters is `singular`. Throws LB_FIT when no point lies beyond `from` or none up
 * to it, or lengths do not match. See `forecastBias` for the one number of it that can be jackknifed.
 */
export function extrapolation({ law, points, from }: { law: Law; points: FittedPoints; from: number }): Extrapolation {
  sizesOf(law, points)
  const first = points.y.map((_, i) => points.x[i * law.inputs.length]!)
  const beyond = (i: number): boolean => first[i]! > from
  const train = pointsWhere(law, points, (i) => !beyond(i))
  const ahead = pointsWhere(law, points, beyond)
  const to = first.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY)
  if (ahead.y.length === 0)
    fail('LB_FIT', `no point lies beyond ${from}: the largest of ${first.length} is at ${to}; extrapolate from less`)
  if (train.y.length === 0)
    fail('LB_FIT', `no point lies up to ${from}, so that nothing can be fitted; cut further out`)
  const fit = refit(law, train)
  const theta = reached(fit)
  const head = { status: fit.status, fitted: train.y.length, from, to }
  if (theta === null) return { ...head, errors: null, error: null }
  const errors = predict(law, ahead.x, theta).map((value, k) => value - ahead.y[k]!)
  return { ...head, errors, error: predictionError(errors) }
}
