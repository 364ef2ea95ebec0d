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
