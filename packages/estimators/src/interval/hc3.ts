import { fail } from '@lawbook/base'
import { sandwich, standardErrors } from '../fit/covariance.ts'
import type { LinearFit } from '../fit/leastSquares.ts'
import { thinQ } from '../fit/qr.ts'
import type { CoefficientErrors } from './classicalErrors.ts'

/**
 * The heteroskedasticity-consistent errors HC3 (MacKinnon and White 1985; Long and Ervin 2000) of independent rows:
 *
 *   (X'WX)^-1 [sum_i x_i x_i' w_i^2 e_i^2 / (1 - h_i)^2] (X'WX)^-1,
 *
 * e_i the residual and h_i the leverage of row i. df = n - p, as Long and Ervin use them; the convention is rough when
 * few rows carry a coefficient, or errors are strongly skewed and unequal (docs/tables/coverage-independent.md).
 * Throws LB_FIT when n = p or when a row has leverage 1: its error cannot be seen.
 */
export function hc3(fit: LinearFit): CoefficientErrors {
  const { factor, scaledResiduals } = fit
  const { n, p } = factor
  if (n === p)
    fail('LB_FIT', `${n} rows leave no residual for ${p} coefficients; give at least ${p + 1} for a standard error`)
  const q = thinQ(factor)
  const meat = new Float64Array(p * p)
  for (let i = 0; i < n; i++) {
    let leverage = 0
    for (let j = 0; j < p; j++) leverage += q[i * p + j]! * q[i * p + j]!
    if (!(leverage < 1 - 1e-12))
      fail(
        'LB_FIT',
        `row ${i + 1} has leverage 1: without it a coefficient is not determined; leave out the row and its column`,
      )
    const residual = scaledResiduals[i]! / (1 - leverage)
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++) meat[j * p + k]! += residual * residual * q[i * p + j]! * q[i * p + k]!
  }
  const covariance = sandwich(factor, meat)
  return { covariance, se: standardErrors(covariance, p), df: new Float64Array(p).fill(n - p) }
}
