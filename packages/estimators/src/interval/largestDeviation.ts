import { fail } from '@lawbook/base'
import { innerTail, type Nested, outerTail, type Sided } from './nested.ts'
import { checkedError, type Interval, tPoint } from './student.ts'

/**
 * The pair of intervals of max_s |delta_s| from S estimates d_s with standard errors and common degrees of freedom, of
 * any dependence. With `tail` left on each side,
 *
 *   hi = max_s (|d_s| + t_{1-tail} se_s): no correction is needed, since covering |delta_s| at the one s that is truly
 *        largest is enough (for the question "is every deviation small" it is the intersection-union bound);
 *   lo = max(0, max_s (|d_s| - t_{1-tail/2S} se_s)): Bonferroni over the S deviations and their two signs, since each
 *        could exceed the line by chance, and when delta_s = 0 on either side.
 *
 * `parts` is the number of statements judged together, for the outer interval. Throws LB_DOMAIN without deviations or
 * when the numbers of deviations and errors differ.
 */
export function largestDeviation({
  deviations,
  standardErrors,
  df,
  sided,
  parts = 1,
}: {
  deviations: Float64Array
  standardErrors: Float64Array
  df: number
  sided: Sided
  parts?: number
}): Nested {
  const count = deviations.length
  if (count === 0 || standardErrors.length !== count)
    fail(
      'LB_DOMAIN',
      `${count} deviations came with ${standardErrors.length} standard errors; give as many, at least 1`,
    )
  const limits = (tail: number): Interval => {
    const up = tPoint(tail, df)
    const down = tPoint(tail / (2 * count), df)
    let [lo, hi] = [0, 0]
    for (let s = 0; s < count; s++) {
      const size = Math.abs(deviations[s]!)
      const se = checkedError(size, standardErrors[s]!)
      lo = Math.max(lo, size - down * se)
      hi = Math.max(hi, size + up * se)
    }
    return [lo, hi]
  }
  const value = deviations.reduce((largest, d) => Math.max(largest, Math.abs(d)), 0)
  return { value, i90: limits(innerTail), i995: limits(outerTail(sided, parts)) }
}
