import type { At } from './estimate.ts'
import type { Book } from './evidence.ts'

/**
 * What each cluster contributes to a statistic that is linear in the columns: the values add up to the statistic. Both
 * wordings count equally.
 */
export function contributionsOf({ columns, sample }: Book, statistic: (at: At) => number): Float64Array {
  const place = new Map(columns.map((column, k) => [column, k]))
  return Float64Array.from({ length: sample.clusters }, (_, g) =>
    statistic((column) => {
      const k = place.get(column)!
      return sample.strata.reduce(
        (sum, { sums, n }) => sum + sums[g * columns.length + k]! / n / sample.strata.length,
        0,
      )
    }),
  )
}
