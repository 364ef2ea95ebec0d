import { fail } from '@lawbook/base'

/**
 * The roots of the weights of n rows, by which rows are multiplied in weighted least squares; 1 for each without weights.
 * Throws LB_FIT for another number of weights, LB_DOMAIN for one that is not above 0 and finite.
 */
export function weightRoots(weights: Float64Array | null | undefined, n: number): Float64Array {
  if (weights == null) return new Float64Array(n).fill(1)
  if (weights.length !== n) fail('LB_FIT', `${n} rows came with ${weights.length} weights; give one a row`)
  return weights.map((weight, i) => {
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      fail(
        'LB_DOMAIN',
        `the weight of row ${i + 1} is ${weight}; it must be above 0 and finite: leave rows of no weight out`,
      )
    return Math.sqrt(weight)
  })
}
