import { fail } from '@lawbook/base'
import { inverseGram, standardErrors } from '../fit/covariance.ts'
import type { LinearFit } from '../fit/leastSquares.ts'

/**
 * The uncertainty of the p coefficients of a linear fit: their covariance (p x p, row by row), standard errors (the
 * roots of its diagonal) and degrees of freedom, one a coefficient. For an interval of coefficient j give
 * `studentInterval` the value c_j, se_j and df_j.
 */
export type CoefficientErrors = { covariance: Float64Array; se: Float64Array; df: Float64Array }

/**
 * The classical errors of ordinary or weighted least squares: covariance s^2 (X'WX)^-1, s^2 = sse / (n - p), with
 * df = n - p. Right when the variance of row i is sigma^2 / w_i and rows are independent; else use `hc3`, `cr2`
 * or `cr3`. Throws LB_FIT when n = p, because nothing is left to estimate s^2 from.
 */
export function classicalErrors(fit: LinearFit): CoefficientErrors {
  const { n, p } = fit.factor
  if (n === p)
    fail('LB_FIT', `${n} rows leave no residual for ${p} coefficients; give at least ${p + 1} for a standard error`)
  const variance = fit.sse / (n - p)
  const covariance = inverseGram(fit.factor).map((entry) => variance * entry)
  return { covariance, se: standardErrors(covariance, p), df: new Float64Array(p).fill(n - p) }
}
