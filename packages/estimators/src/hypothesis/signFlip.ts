import { fail, type Stream } from '@lawbook/base'
import { clustersOf } from '../interval/clusters.ts'
import type { Interval } from '../interval/student.ts'
import { checkDraws } from './permutation.ts'

/**
 * Paired differences in clusters, and the mean that is asked about. `weigh: 'rows'` is the mean of all rows (a cluster
 * counts by its total), 'clusters' is the mean of cluster means (each counts the same).
 */
export type PairedDifferences = {
  readonly differences: Float64Array
  readonly clusters: Int32Array
  readonly weigh: 'rows' | 'clusters'
}

/** Which means speak against the null value: any other, larger ones, or smaller ones. */
export type Alternative = 'two-sided' | 'greater' | 'less'

/** The mean, its p-value, and how it was found: `exact` from all `flips` = 2^G, or from that many random ones. */
export type SignFlipTest = { estimate: number; p: number; exact: boolean; flips: number }

/**
 * The sign-flip test that the mean of paired differences is `nullValue` (0 when not given; unit of the differences).
 * The differences from it keep or change their sign, a whole cluster at once; p is the share of flips whose mean is at
 * least as far out as the observed one (Fisher 1935; for clusters Canay, Romano and Shaikh 2017). It holds when, under
 * the null, clusters are independent and each cluster's total is symmetric about zero. All 2^G flips of G clusters are
 * tried when they number at most `draws`, else p = (1 + hits) / (1 + draws) over random ones (Phipson and Smyth 2010).
 * Sums within 1e-12 of the sum of absolute totals are ties and count. Throws LB_FIT with fewer than 2 clusters or when
 * lengths differ, LB_NOT_FINITE for a difference or null value that is not finite, LB_DOMAIN unless `draws` is a
 * positive integer.
 */
export function signFlipTest({
  nullValue = 0,
  alternative,
  draws,
  stream,
  ...data
}: PairedDifferences & {
  nullValue?: number
  alternative: Alternative
  draws: number
  stream: Stream
}): SignFlipTest {
  if (!Number.isFinite(nullValue)) fail('LB_NOT_FINITE', `cannot test the null value ${nullValue}; give a finite one`)
  const { totals, weights } = clusterTotals(data, nullValue)
  const { sums, exact } = flippedSums([totals], draws, stream)
  const observed = total(totals)
  const slack = 1e-12 * totals.reduce((sum, part) => sum + Math.abs(part), 0)
  const direction = alternative === 'less' ? -1 : 1
  const size = alternative === 'two-sided' ? Math.abs : (sum: number): number => direction * sum
  const line = size(observed) - slack
  const hits = sums[0]!.reduce((count, flipped) => count + (size(observed - 2 * flipped) >= line ? 1 : 0), 0)
  const flips = exact ? sums[0]!.length : draws
  return { estimate: nullValue + observed / total(weights), p: hits / sums[0]!.length, exact, flips }
}

/**
 * The interval of the mean that inverts the one-sided sign-flip tests at level `tail` each: all null values that
 * neither of them denies with p <= tail. With all 2^G flips tried it is also the inversion of the two-sided test at 2
 * tail. Flipping the clusters of a set F leaves the sum at least as large iff the null value is at least the mean over
 * F; so the limits are order statistics of the means over sets of clusters (typical values, Hartigan 1969), without a
 * search. With few clusters it covers at least what it promises, because flips are counted whole. Throws as
 * `signFlipTest` does, LB_DOMAIN for tail outside (0, 1/2), and LB_FIT when there are too few flips for a finite limit
 * (exact: tail below 2^-G).
 */
export function signFlipInterval({
  draws,
  stream,
  tail,
  ...data
}: PairedDifferences & { draws: number; stream: Stream; tail: number }): Interval {
  if (!(tail > 0 && tail < 0.5)) fail('LB_DOMAIN', `cannot leave ${tail} in each tail; it must be in (0, 0.5)`)
  const { totals, weights } = clusterTotals(data, 0)
  const { sums } = flippedSums([totals, weights], draws, stream)
  const means = sums[0]!.map((sum, k) => sum / sums[1]![k]!).filter((_, k) => sums[1]![k]! > 0)
  const flips = sums[0]!.length
  let needed = Math.floor(tail * flips)
  while (needed / flips <= tail) needed++
  // Keeping all signs reaches the observed sum at every null value.
  const place = needed - (flips - means.length)
  if (place < 1)
    fail(
      'LB_FIT',
      `${flips} flips of ${totals.length} clusters give no finite limit at ${tail} a side; give more clusters or draws`,
    )
  means.sort()
  return [means[place - 1]!, means[means.length - place]!]
}

/** Each cluster's contribution to the weighted sum of (difference - nullValue), and its weight. */
function clusterTotals({ differences, clusters, weigh }: PairedDifferences, nullValue: number) {
  if (clusters.length !== differences.length)
    fail(
      'LB_FIT',
      `${differences.length} differences came with ${clusters.length} cluster indices; give as many of each`,
    )
  const odd = differences.findIndex((difference) => !Number.isFinite(difference))
  if (odd >= 0) fail('LB_NOT_FINITE', `difference ${odd} is ${differences[odd]}; leave out pairs with a missing value`)
  const { sizes, places } = clustersOf(clusters)
  const totals = new Float64Array(sizes.length)
  for (let i = 0; i < differences.length; i++) totals[places[i]!]! += differences[i]! - nullValue
  if (weigh === 'rows') return { totals, weights: sizes }
  return { totals: totals.map((sum, g) => sum / sizes[g]!), weights: sizes.map(() => 1) }
}

/**
 * Sums of each vector over the clusters that a flip changes, flip by flip: over all 2^G sets of clusters when they
 * number at most `draws`, else over the empty set (the data as they are) and `draws` random sets.
 */
function flippedSums(vectors: readonly Float64Array[], draws: number, stream: Stream) {
  checkDraws(draws)
  const count = vectors[0]!.length
  const exact = count < 31 && 1 << count <= draws
  const sums = vectors.map(() => new Float64Array(exact ? 1 << count : 1 + draws))
  if (exact) {
    for (let g = 0; g < count; g++)
      for (const [v, sum] of sums.entries())
        for (let k = 0; k < 1 << g; k++) sum[(1 << g) + k] = sum[k]! + vectors[v]![g]!
  } else {
    for (let b = 1; b <= draws; b++)
      for (let g = 0; g < count; g++)
        if (stream.integer(2) === 1) for (const [v, sum] of sums.entries()) sum[b]! += vectors[v]![g]!
  }
  return { sums, exact }
}

function total(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0)
}
