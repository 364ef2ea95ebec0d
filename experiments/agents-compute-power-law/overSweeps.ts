import { binomialCdf, type Interval, innerTail, median, normalQuantile, outerTail } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'

/** A statistic of one sweep, corrected for bias, with the noise that its tasks give it. */
export type SweepValue = {
  readonly value: number
  readonly se: number
  /** The standard error that `value` has because the draws behind its correction are finite in number. */
  readonly monteCarlo: number
  /** How the redrawn statistic scatters about its mean, ascending; empty where there is no noise. */
  readonly scatter: Float64Array
}

/**
 * The median over sweeps with both intervals. Each limit is the farthest out of three. For sweeps as a sample of sweeps:
 * the exact limit of the sign test, an order statistic of the sweeps' values (the j-th smallest, j the largest with
 * P(Bin(G, 1/2) < j) <= tail), the values moved out by z Monte-Carlo errors. For tasks as a sample of tasks: the
 * percentile of the median of the redrawn sweeps, and its reflection about the median, since where only some sweeps are
 * noisy the redrawn median is dragged by the noise to the same side as the median itself. The latter two are approximate.
 * The 90 % interval exists from 5 sweeps on, the 99.5 % one from 8; null below.
 */
export function medianOverSweeps(sweeps: readonly SweepValue[]): Estimate {
  if (sweeps.length === 0) return { value: null, i90: null, i995: null }
  return {
    value: median(sweeps.map(({ value }) => value)),
    i90: limits(sweeps, innerTail),
    i995: limits(sweeps, outerTail('one')),
  }
}

function limits(sweeps: readonly SweepValue[], tail: number): Interval | null {
  const j = signTestRank(sweeps.length, tail)
  if (j === 0) return null
  const z = -normalQuantile(tail)
  const ordered = (side: number): Float64Array =>
    Float64Array.from(sweeps, ({ value, monteCarlo }) => value + side * z * monteCarlo).sort()
  const middle = median(sweeps.map(({ value }) => value))
  const [below, above] = [redrawn(sweeps, tail, 'lower'), redrawn(sweeps, tail, 'upper')]
  const low = Math.min(ordered(-1)[j - 1]!, below, 2 * middle - above)
  const high = Math.max(ordered(1)[sweeps.length - j]!, above, 2 * middle - below)
  return low < high ? [low, high] : null
}

const halvings = 40

/**
 * The percentile of the median of sweeps that are redrawn each for itself: exact for the draws at hand, since the number
 * of redrawn values up to t is a sum of independent indicators. With an even number of sweeps the outer one of the two
 * middle values is taken. To a part in 2^40 of the range.
 */
function redrawn(sweeps: readonly SweepValue[], tail: number, side: 'lower' | 'upper'): number {
  const rank = side === 'lower' ? Math.ceil(sweeps.length / 2) : Math.floor(sweeps.length / 2) + 1
  let low = Math.min(...sweeps.map(({ value, scatter }) => value + (scatter[0] ?? 0)))
  let high = Math.max(...sweeps.map(({ value, scatter }) => value + (scatter.at(-1) ?? 0)))
  const target = side === 'lower' ? tail : 1 - tail
  for (let step = 0; step < halvings; step++) {
    const t = (low + high) / 2
    if (atLeast(sweeps, t, rank) > target) high = t
    else low = t
  }
  return side === 'lower' ? low : high
}

/** The chance that at least `rank` of the redrawn sweeps are at most t. */
function atLeast(sweeps: readonly SweepValue[], t: number, rank: number): number {
  const chances = new Float64Array(sweeps.length + 1)
  chances[0] = 1
  for (const [g, { value, scatter }] of sweeps.entries()) {
    const p = scatter.length === 0 ? Number(value <= t) : countUpTo(scatter, t - value) / scatter.length
    for (let c = g + 1; c > 0; c--) chances[c] = chances[c]! * (1 - p) + chances[c - 1]! * p
    chances[0]! *= 1 - p
  }
  let sum = 0
  for (let c = rank; c < chances.length; c++) sum += chances[c]!
  return sum
}

/** How many of the ascending values are at most t. */
function countUpTo(ascending: Float64Array, t: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ascending[middle]! <= t) low = middle + 1
    else high = middle
  }
  return low
}

/** The largest j with P(Bin(sweeps, 1/2) < j) <= tail; 0 where no order statistic is far enough out. */
export function signTestRank(sweeps: number, tail: number): number {
  let j = 0
  while (j + 1 <= sweeps / 2 && binomialCdf(j, sweeps, 0.5) <= tail) j++
  return j
}
