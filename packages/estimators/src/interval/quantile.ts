import { fail } from '@lawbook/base'

/**
 * The p-quantile of numbers sorted in rising order, interpolated linearly between order statistics (type 7 of Hyndman
 * and Fan 1996).
 */
export function sortedQuantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1)
  const below = Math.floor(at)
  const above = Math.min(below + 1, sorted.length - 1)
  return sorted[below]! + (at - below) * (sorted[above]! - sorted[below]!)
}

/** The median of numbers in any order; of an even number of them the mean of the middle two. Throws LB_FIT for none. */
export function median(values: ArrayLike<number>): number {
  if (values.length === 0) fail('LB_FIT', 'there is no median of no numbers; give at least one')
  return sortedQuantile(Float64Array.from(values).sort(), 0.5)
}
