import type { Interval } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'

/** One sweep's estimate with its limits; infinite where there is none. */
type Part = { readonly value: number; readonly at90: Interval; readonly at995: Interval }

/**
 * The estimate of most sweeps: the median of the values, of the lower and of the upper limits. Of an even number the
 * lower of the two middle lower limits and the higher of the two middle upper ones, so that "above" or "below" holds
 * for at least half. Intervals that reach infinity are null. No part is no estimate.
 */
export function ofMost(parts: readonly Part[]): Estimate {
  if (parts.length === 0) return { value: null, i90: null, i995: null }
  const limits = (of: (part: Part) => Interval): Interval | null => {
    const [lower, upper] = [middle(parts.map((part) => of(part)[0])).low, middle(parts.map((part) => of(part)[1])).high]
    return Number.isFinite(lower) && Number.isFinite(upper) ? [lower, upper] : null
  }
  const { low, high } = middle(parts.map(({ value }) => value))
  return { value: (low + high) / 2, i90: limits(({ at90 }) => at90), i995: limits(({ at995 }) => at995) }
}

/** The two middle values, alike for an odd number. */
function middle(values: readonly number[]): { low: number; high: number } {
  const sorted = [...values].sort((a, b) => a - b)
  return { low: sorted[Math.floor((sorted.length - 1) / 2)]!, high: sorted[Math.floor(sorted.length / 2)]! }
}
