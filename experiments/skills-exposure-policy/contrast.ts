import { type Interval, type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { jackknife, type Sample } from '@lawbook/sweeps'
import { kinsOf, kinWeights } from './judged.ts'

/** One router in two arms, asked the same requests. */
export type Pair = { readonly id: string; readonly kin: string; readonly first: Sample; readonly second: Sample }

/** An estimate before it gets its intervals. */
export type Estimated = { readonly value: number; readonly se: number; readonly df: number }

/** What two arms differ by at one size, first less second, in points; everything from one jackknife. */
export type Contrast = {
  /** Mean within kin, then over kins. */
  readonly mean: Estimated
  /** How much of the first arm's mean accuracy the second loses, in per cent. */
  readonly relative: Estimated
  readonly routers: readonly (Estimated & { readonly id: string })[]
  readonly kins: readonly (Estimated & { readonly kin: string })[]
}

/** Compare two arms, router by router, at a size that both have. NaN where an accuracy to divide by is 0. */
export function contrast(pairs: readonly Pair[], size: number): Contrast {
  const weights = kinWeights(pairs)
  const kins = kinsOf(pairs)
  const samples = pairs.flatMap(({ first, second }) => [first, second])
  const at = samples.map(({ sizes }) => sizes.indexOf(size))
  const { value, se, df } = jackknife(samples, (curves) => {
    const accuracy = curves.map((curve, s) => 100 * curve[at[s]!]!)
    const differences = pairs.map((_, i) => accuracy[2 * i]! - accuracy[2 * i + 1]!)
    const [first, second] = [0, 1].map((arm) =>
      pairs.reduce((sum, _, i) => sum + weights[i]! * accuracy[2 * i + arm]!, 0),
    ) as [number, number]
    const ofKin = kins.map((kin) => {
      const own = differences.filter((_, i) => pairs[i]!.kin === kin)
      return own.reduce((sum, difference) => sum + difference, 0) / own.length
    })
    return Float64Array.of(first - second, 100 * (1 - second / first), ...differences, ...ofKin)
  })
  const estimate = (slot: number): Estimated => ({ value: value[slot]!, se: se[slot]!, df })
  return {
    mean: estimate(0),
    relative: estimate(1),
    routers: pairs.map(({ id }, i) => ({ id, ...estimate(2 + i) })),
    kins: kins.map((kin, k) => ({ kin, ...estimate(2 + pairs.length + k) })),
  }
}

/**
 * |theta| from an interval of theta: its lower limit is the smallest absolute value inside, 0 where theta may be 0. A
 * claim "|theta| >= d" that passes on the lower limit passes wrongly in at most the probability of one tail.
 */
export function absolute({ value, i90, i995 }: Nested): Nested {
  const fold = ([lo, hi]: Interval): Interval => (lo > 0 ? [lo, hi] : hi < 0 ? [-hi, -lo] : [0, Math.max(-lo, hi)])
  return { value: Math.abs(value), i90: fold(i90), i995: fold(i995) }
}

/** Both intervals of an estimate; null where it is not a number. */
export function nested(estimate: Estimated, sided: 'one' | 'two'): Nested | null {
  return Number.isFinite(estimate.value) && Number.isFinite(estimate.se)
    ? nestedIntervals({ ...estimate, sided })
    : null
}

/** An estimate as a measure holds it: an interval without width, from packages that are all alike, is no interval. */
export function estimateFrom(intervals: Nested | null): Estimate {
  if (intervals === null) return { value: null, i90: null, i995: null }
  const { value, i90, i995 } = intervals
  return i90[0] < i90[1] ? { value, i90, i995 } : { value, i90: null, i995: null }
}

/** The mean over kins as if kins had been drawn: Student's t with K - 1 degrees of freedom. Null below three kins. */
export function overKins({ kins }: Contrast): Estimated | null {
  if (kins.length < 3) return null
  const mean = kins.reduce((sum, { value }) => sum + value, 0) / kins.length
  const squares = kins.reduce((sum, { value }) => sum + (value - mean) * (value - mean), 0)
  return { value: mean, se: Math.sqrt(squares / (kins.length - 1) / kins.length), df: kins.length - 1 }
}
