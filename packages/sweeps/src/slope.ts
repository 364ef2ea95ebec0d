import { fail } from '@lawbook/base'
import type { RequestCurves } from './exactAccuracy.ts'

/** Each request's share in the fitted line Acc(N) = a - b ln N: a and b are the means of these. */
export type LineShares = { readonly a: Float64Array; readonly b: Float64Array }

/** Weights w with a = sum of w.a[k] y[k] and b = sum of w.b[k] y[k] for the least-squares line y = a - b ln N. */
export function lineWeights(sizes: readonly number[]): LineShares {
  const x = sizes.map(Math.log)
  const mean = x.reduce((sum, value) => sum + value, 0) / x.length
  const sxx = x.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  if (!(sxx > 0)) fail('LB_FIT', `a slope in ln N needs at least two distinct sizes; got ${JSON.stringify(sizes)}`)
  const b = Float64Array.from(x, (value) => -(value - mean) / sxx)
  return { a: b.map((weight) => 1 / x.length + weight * mean), b }
}

/**
 * The line through the exact curve, request by request. Least squares is linear in the curve and the curve is a mean
 * over requests, so b = mean of psi(r_i) with psi(r) = - sum over k of c_k P_r(N_k), c_k = (x_k - mean x) / Sxx,
 * x = ln N; likewise a. The shares carry the variance: resample them by cluster.
 */
export function lineShares({ sizes, right }: RequestCurves): LineShares {
  const weights = lineWeights(sizes)
  const requests = right.length / sizes.length
  const share = (weight: Float64Array): Float64Array =>
    Float64Array.from({ length: requests }, (_, i) =>
      weight.reduce((sum, w, k) => sum + w * right[i * sizes.length + k]!, 0),
    )
  return { a: share(weights.a), b: share(weights.b) }
}
