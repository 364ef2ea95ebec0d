import { fail } from '@lawbook/base'
import { inverseGram, standardErrors } from '../fit/covariance.ts'
import { factorise, qrSpace, writeUpper } from '../fit/qr.ts'
import { singularValues } from '../fit/singularValues.ts'
import { weightRoots } from '../fit/weights.ts'
import type { Law } from './law.ts'
import { checkParameters, checkPoints } from './points.ts'

/** How well a fit determines its parameters. */
export type Uncertainty = {
  /** sqrt(SSE / (n - p)), SSE weighted where the fit was. */
  readonly residualError: number
  readonly df: number
  readonly standardErrors: Float64Array
  /** p x p, row by row. */
  readonly covariance: Float64Array
  /** Largest over smallest singular value of the Jacobian with columns of length 1; 1 at best. */
  readonly condition: number
}

/**
 * Standard errors of a least-squares fit with independent errors of one size: covariance = s^2 (J'WJ)^-1 with
 * s^2 = SSE / (n - p), J the Jacobian (n x p) at the fitted parameters, W the weights (Bates and Watts 1988). Not for
 * exact curves, whose points carry no independent noise: resample clusters there; nor after a fit with a `loss`, whose
 * errors are not of that kind. An interval is parameter -+ t s.e. with `df` degrees of freedom (`studentInterval`); of
 * one with scale 'log' it is better taken in the log, where the standard error is s.e. / parameter. Throws LB_FIT
 * without more points than parameters, where a column of J is a combination of the others, or when lengths do not
 * belong together, and as `fitLaw` does for points and weights.
 */
export function uncertainty(
  law: Law,
  x: Float64Array,
  y: Float64Array,
  parameters: Float64Array,
  weights?: Float64Array,
): Uncertainty {
  checkPoints(law, x, y)
  checkParameters(law, parameters)
  const roots = weightRoots(weights, y.length)
  const n = y.length
  const p = law.parameters.length
  const df = n - p
  if (df < 1) fail('LB_FIT', `${n} points leave nothing to estimate the error of ${p} parameters from; give more`)
  const values = new Float64Array(n)
  const jacobian = new Float64Array(n * p)
  law.evaluate(x, parameters, values, jacobian)
  const lengths = new Float64Array(p)
  let sse = 0
  for (let i = 0; i < n; i++) {
    const root = roots[i]!
    sse += root * (y[i]! - values[i]!) * (root * (y[i]! - values[i]!))
    for (let j = 0; j < p; j++) {
      jacobian[i * p + j]! *= root
      lengths[j]! += jacobian[i * p + j]! * jacobian[i * p + j]!
    }
  }
  for (let j = 0; j < p; j++) lengths[j] = Math.sqrt(lengths[j]!)
  for (let i = 0; i < n; i++) for (let j = 0; j < p; j++) jacobian[i * p + j]! /= lengths[j]!
  const factor = qrSpace(n, p)
  factor.packed.set(jacobian)
  factorise(factor)
  const r = new Float64Array(p * p)
  writeUpper(factor, r)
  const singular = singularValues(r, p, p)
  const condition = Math.max(...singular) / Math.min(...singular)
  if (!(condition < 1e14))
    fail(
      'LB_FIT',
      `the points do not determine the parameters of the ${law.id} law at this place (condition ${condition})`,
    )
  const variance = sse / df
  const covariance = inverseGram(factor).map((value, at) => {
    const [i, j] = [Math.floor(at / p), at % p]
    return (variance * value) / (lengths[i]! * lengths[j]!)
  })
  return {
    residualError: Math.sqrt(variance),
    df,
    standardErrors: standardErrors(covariance, p),
    covariance,
    condition,
  }
}
