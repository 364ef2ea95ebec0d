import { fail } from '@lawbook/base'

/**
 * The share of variance around the mean that fitted values explain, R^2 = 1 - sum (y - fitted)^2 / sum (y - mean)^2; at
 * most 1, below 0 when the mean fits better. On an exact curve it measures curvature, not noise. Throws LB_FIT when y
 * is constant or lengths differ, LB_NOT_FINITE for a value that is not finite.
 */
export function rSquared(y: Float64Array, fitted: Float64Array): number {
  if (y.length !== fitted.length) fail('LB_FIT', `${y.length} points came with ${fitted.length} fitted values`)
  const mean = y.reduce((sum, value) => sum + value, 0) / y.length
  let unexplained = 0
  let total = 0
  for (let i = 0; i < y.length; i++) {
    unexplained += (y[i]! - fitted[i]!) * (y[i]! - fitted[i]!)
    total += (y[i]! - mean) * (y[i]! - mean)
  }
  if (!Number.isFinite(unexplained)) fail('LB_NOT_FINITE', 'a point or a fitted value is not finite; leave it out')
  if (!(total > 0))
    fail('LB_FIT', `R^2 needs values that differ; all ${y.length} are ${y[0]}: look at the residuals instead`)
  return 1 - unexplained / total
}
