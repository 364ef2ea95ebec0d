import { fail, type Stream } from '@lawbook/base'
import { checkDraws } from '../hypothesis/permutation.ts'
import { type ClusteredMean, clusteredMean } from './clusterMean.ts'
import { effectiveClusters } from './clusters.ts'
import { checkTail } from './percentile.ts'
import { sortedQuantile } from './quantile.ts'
import type { Interval } from './student.ts'
import { type Multipliers, points } from './wildMultipliers.ts'

/** Fewer are too few: with unequal clusters the interval is then too short (docs/tables/coverage-few-clusters.md). */
const effectiveNeeded = 6

/**
 * The wild cluster bootstrap-t interval of a mean, `tail` on each side (Cameron, Gelbach and Miller 2008): residuals of
 * a cluster are multiplied by one random weight, and the mean is studentised by the cluster-robust standard error
 * se^2 = n^-2 sum_g s_g^2 in every draw. A check on the Student intervals. Throws LB_DOMAIN below 6 effective clusters.
 */
export function wildClusterBootstrap({
  values,
  clusters,
  weights,
  draws,
  tail,
  stream,
}: {
  values: Float64Array
  clusters: Int32Array
  weights: Multipliers
  draws: number
  tail: number
  stream: Stream
}): Interval {
  checkDraws(draws)
  checkTail(tail)
  const mean = clusteredMean(values, clusters)
  const effective = effectiveClusters(mean.sizes)
  if (!(effective >= effectiveNeeded))
    fail(
      'LB_DOMAIN',
      `the wild bootstrap of a mean is too short with ${effective.toFixed(1)} effective clusters; it needs ` +
        `${effectiveNeeded}: use wildClusterInterval or clusterMean`,
    )
  const drawn = points[weights]
  const ratios = new Float64Array(draws)
  const wild = new Float64Array(mean.sums.length)
  for (let b = 0; b < draws; b++) {
    for (let g = 0; g < wild.length; g++) wild[g] = mean.sums[g]! * drawn[stream.integer(drawn.length)]!
    const shift = wild.reduce((sum, value) => sum + value, 0) / mean.n
    for (let g = 0; g < wild.length; g++) wild[g]! -= mean.sizes[g]! * shift
    const se = robustError({ ...mean, sums: wild })
    ratios[b] = se > 0 ? shift / se : 0
  }
  ratios.sort()
  const se = robustError(mean)
  return [mean.value - sortedQuantile(ratios, 1 - tail) * se, mean.value - sortedQuantile(ratios, tail) * se]
}

function robustError({ sums, n }: ClusteredMean): number {
  return Math.sqrt(sums.reduce((total, sum) => total + sum * sum, 0)) / n
}
