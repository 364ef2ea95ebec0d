import { fail, type Stream } from '@lawbook/base'
import { normalCdf } from '../distribution/normal.ts'
import { studentQuantile } from '../distribution/student.ts'
import { symmetricEigen } from '../fit/symmetricEigen.ts'
import { sortedQuantile } from '../interval/quantile.ts'
import type { Interval } from '../interval/student.ts'
import type { Sweep } from './sweepMeans.ts'

/** The sizes of a sweep that may be the best one. */
export type SizeSet = {
  /** The sizes of the set, ascending; never empty. */
  readonly sizes: Float64Array
  /** The smallest and the largest of them; alike where the set is a single size. */
  readonly interval: Interval
  /**
   * Where the best of all sizes lies, measured or not, if the mean rises up to it and falls after it: above the largest
   * measured size below the set (1 if there is none: no team is smaller), below the smallest measured size above the
   * set (null if there is none: the data stop short).
   */
  readonly between: readonly [lower: number, upper: number | null]
}

/** Where a sweep has its largest mean, and how well that is known. */
export type BestSize = {
  /** The size with the largest mean; of equal ones the smallest. */
  readonly best: number
  /** Holds the truly best size in about 90 % of sweeps, for independent, roughly normal units; see `bestSize`. */
  readonly set90: SizeSet
  /** Holds the truly best size in about 99.5 % of sweeps of such units; contains `set90`. */
  readonly set995: SizeSet
  /**
   * What `set90` says about a peak. Two answers: `inside`, it holds neither end of the sweep, so the mean rises before
   * and falls after; `at-lower-end`, it holds the smallest size and not the largest, so the best size lies between 1
   * and the upper end of `between`. Two that set no upper limit: `at-upper-end`, the largest size has the largest mean
   * and the smallest size is excluded, so the data stop before the peak, if there is one; `not-identified`, all else:
   * both ends may be best, or the largest may be though another size came out higher. A sweep without any effect gets
   * an answer in about 10 % of cases (`inside` in 2 to 3 %), and `at-upper-end` in 2 or 3 %, but in 10 % with two
   * sizes.
   */
  readonly status: 'inside' | 'at-lower-end' | 'at-upper-end' | 'not-identified'
}

/** The fewest draws that show the .5 % tail of the outer set: ten lie beyond it. */
const fewestDraws = 1999

/**
 * The best size of one sweep with confidence sets: all sizes whose mean is not significantly below another's (multiple
 * comparisons with the best, Hsu 1984). Size i is in the set unless
 *
 *   max_j (m_j - m_i) / s_ij > c_i,   s_ij^2 = v_ii + v_jj - 2 v_ij,
 *
 * where c_i is the 90 % (99.5 %) point of the same maximum for means without differences, from `draws` draws of N(0, v)
 * (the bootstrap with Gaussian multipliers), turned into the t point of the same tail for the given degrees of freedom.
 * The truly best size is lost only if its own test fails, so the set covers whatever the other means are, near ties
 * included; percentile limits of the bootstrapped argmax do not. How well it covers is how well the test holds its
 * level: with binomial shares or nine normal units the two sets held an equally good size in 88 to 91 % and 98 to
 * 99.7 % of simulated sweeps without any effect; with nine units that are three models crossed with three suites, whose
 * effects they share, the inner set did so in 60 to 78 % only, with nine skewed units in 70 to 83 %. Give clusters that
 * are independent, and many if skewed. Nothing is fitted: the top of a parabola or of the universal scalability law depends on its form
 * wherever the sizes around the peak do not determine it.
 *
 * `sizes` are K >= 2 ascending numbers of at least 1. Where small is good, as for times, give negated means. A
 * difference that is the same in every unit (s_ij = 0) counts as certain, so give enough units. Throws LB_DOMAIN for
 * other sizes, df <= 0 or fewer than 1,999 draws, LB_FIT when lengths do not belong together, LB_NOT_FINITE for means
 * that are missing.
 */
export function bestSize(options: {
  readonly sizes: Float64Array
  readonly sweep: Sweep
  readonly draws: number
  readonly stream: Stream
}): BestSize {
  const { sizes, sweep, draws, stream } = options
  check(sizes, sweep, draws)
  const errors = differenceErrors(sweep.covariance, sizes.length)
  const distances = distancesFromBest(sweep.means, errors)
  const chance = chanceDistances(sweep.covariance, errors, draws, stream)
  const set = (level: number): SizeSet =>
    sizeSet(
      sizes,
      distances.map((distance, i) => (distance <= criticalPoint(chance[i]!, level, sweep.df) ? 1 : 0)),
    )
  const best = sizes[sweep.means.indexOf(Math.max(...sweep.means))]!
  const set90 = set(0.9)
  return { best, set90, set995: set(0.995), status: statusOf(sizes, best, set90.interval) }
}

/** The standard errors s_ij of all differences, K x K; 0 where a difference does not vary but for rounding. */
function differenceErrors(covariance: Float64Array, count: number): Float64Array {
  return covariance.map((between, at) => {
    const own = covariance[Math.floor(at / count) * (count + 1)]! + covariance[(at % count) * (count + 1)]!
    const variance = own - 2 * between
    return variance > 1e-12 * own ? Math.sqrt(variance) : 0
  })
}

/** max_j (m_j - m_i) / s_ij for each size i, of j unlike i; infinite for a difference that is certain. */
function distancesFromBest(means: Float64Array, errors: Float64Array): Float64Array {
  const count = means.length
  return means.map((mean, i) => {
    let distance = Number.NEGATIVE_INFINITY
    for (let j = 0; j < count; j++) {
      const [difference, error] = [means[j]! - mean, errors[i * count + j]!]
      if (error > 0) distance = Math.max(distance, difference / error)
      else if (difference > 0) distance = Number.POSITIVE_INFINITY
    }
    return distance
  })
}

/** The distances of means that differ by chance alone: for each size its draws, sorted in rising order. */
function chanceDistances(covariance: Float64Array, errors: Float64Array, draws: number, stream: Stream) {
  const count = Math.sqrt(covariance.length)
  const { values, vectors } = symmetricEigen(covariance, count)
  const spreads = values.map((value) => Math.sqrt(Math.max(0, value)))
  const distances = Array.from({ length: count }, () => new Float64Array(draws))
  for (let draw = 0; draw < draws; draw++) {
    const means = new Float64Array(count)
    for (let k = 0; k < count; k++) {
      const z = spreads[k]! * stream.normal()
      for (let i = 0; i < count; i++) means[i]! += vectors[i * count + k]! * z
    }
    for (let i = 0; i < count; i++) {
      let distance = Number.NEGATIVE_INFINITY
      for (let j = 0; j < count; j++) {
        const error = errors[i * count + j]!
        if (error > 0) distance = Math.max(distance, (means[j]! - means[i]!) / error)
      }
      distances[i]![draw] = distance
    }
  }
  for (const column of distances) column.sort()
  return distances
}

/** The point that the distance of an equally good size stays below with probability `level`; 0 if nothing varies. */
function criticalPoint(sorted: Float64Array, level: number, df: number): number {
  const normal = sorted[0] === Number.NEGATIVE_INFINITY ? 0 : sortedQuantile(sorted, level)
  return df === Number.POSITIVE_INFINITY ? normal : -studentQuantile(normalCdf(-normal), df)
}

function sizeSet(sizes: Float64Array, members: Float64Array): SizeSet {
  const [first, last] = [members.indexOf(1), members.lastIndexOf(1)]
  return {
    sizes: sizes.filter((_, i) => members[i] === 1),
    interval: [sizes[first]!, sizes[last]!],
    between: [sizes[first - 1] ?? 1, sizes[last + 1] ?? null],
  }
}

function statusOf(sizes: Float64Array, best: number, [low, high]: Interval): BestSize['status'] {
  const largest = sizes.at(-1)!
  if (high < largest) return low > sizes[0]! ? 'inside' : 'at-lower-end'
  return low > sizes[0]! && best === largest ? 'at-upper-end' : 'not-identified'
}

function check(sizes: Float64Array, { means, covariance, df }: Sweep, draws: number): void {
  const count = sizes.length
  if (means.length !== count || covariance.length !== count * count)
    fail(
      'LB_FIT',
      `${count} sizes came with ${means.length} means and ${covariance.length} covariances; give K and K x K`,
    )
  if (count < 2) fail('LB_FIT', `a sweep of ${count} sizes has no best one; give at least two`)
  for (const [k, n] of sizes.entries())
    if (!(n >= 1 && n < Number.POSITIVE_INFINITY && (k === 0 || n > sizes[k - 1]!)))
      fail('LB_DOMAIN', `the sizes of a sweep must ascend from at least 1, unlike ${[...sizes].join(', ')}`)
  for (const value of [...means, ...covariance])
    if (!Number.isFinite(value))
      fail('LB_NOT_FINITE', `a mean or covariance of the sweep is ${value}; leave sizes out that were not measured`)
  if (!(df > 0)) fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; they must be above 0`)
  if (!(Number.isInteger(draws) && draws >= fewestDraws))
    fail('LB_DOMAIN', `${draws} draws cannot show a tail of .5 %; give at least ${fewestDraws}`)
}
