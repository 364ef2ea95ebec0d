import { fail } from '@lawbook/base'

/**
 * The weights w of the least-squares slope of y on x, b = sum w_i y_i: w_i = (x_i - mean x) / sum (x_j - mean x)^2. A
 * variance of the slope follows from one of the y. Throws LB_FIT unless x has two different values.
 */
export function slopeWeights(x: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(x)
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  if (!(squares > 0)) fail('LB_FIT', `a slope needs two different values of x; there are ${values.length} equal ones`)
  return values.map((value) => (value - mean) / squares)
}
