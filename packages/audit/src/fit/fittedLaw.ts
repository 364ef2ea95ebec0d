import {
  extrapolation,
  type Fit,
  fitLaw,
  type Law,
  predict,
  profileInterval,
  reached,
  rSquared,
} from '@lawbook/estimators'
import type { Points } from './curve.ts'
import type { LawReport } from './fitReport.ts'
import { leftOutErrors } from './leftOut.ts'
import { orNull } from './orNull.ts'

/** A law on all points, and how far off it is where it was not fitted (mean absolute errors, in the unit of y). */
export type FittedLaw = {
  readonly law: Law
  readonly fit: Fit
  readonly parameters: LawReport['parameters']
  readonly rSquared: number | null
  /** At the sizes beyond `from`, fitted up to it. */
  readonly beyond: number | null
  /** At each part of the sizes when left out; null where a refit gave no prediction. */
  readonly leftOut: Float64Array | null
}

/** Fit a law to points in ascending order, to all of them, up to `from`, and without each size. */
export function fittedLaw(law: Law, points: Points, from: number): FittedLaw {
  const { x, y, weights } = points
  const fit = fitLaw(law, x, y, { weights })
  const theta = reached(fit)
  return {
    law,
    fit,
    parameters: fit.status === 'converged' ? parametersOf(law, points, fit.parameters) : [],
    rSquared: theta === null ? null : rSquared(y, predict(law, x, theta)),
    beyond: extrapolation({ law, points, from }).error?.absolute ?? null,
    leftOut: leftOutErrors(law, points),
  }
}

/** Estimates with profile-likelihood intervals at 90 %, whose error is that of the residuals; none without any left. */
function parametersOf(law: Law, points: Points, theta: Float64Array): LawReport['parameters'] {
  return law.parameters.map(({ name, unit }, parameter) => {
    const ends = orNull(() => profileInterval({ law, ...points, parameter, level: 0.9 }))
    return { name, unit, value: theta[parameter]!, low: ends?.lower ?? null, high: ends?.upper ?? null }
  })
}
