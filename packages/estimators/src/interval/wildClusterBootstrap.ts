import type { Stream } from '@lawbook/base'
import { type ClusteredMean, clusteredMean } from './clusterMean.ts'
import { sortedQuantile } from './quantile.ts'
import type { Interval } from './student.ts'

const multipliers = {
  /** +-1: only 2^G distinct draws, enough from about 12 clusters. */
  rademacher: [-1, 1],
  /** The six points of Webb (2014), for few clusters. */
  webb: [-Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)],
} as const

/**
 * The wild cluster bootstrap-t interval of a mean, `tail` on each side (Cameron, Gelbach and Miller 2008): residuals of
 * a cluster are multiplied by one random weight, and the mean is studentised by the cluster-robust standard error
 * se^2 = n^-2 sum_g s_g^2 in every draw. A check on the Student intervals.
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
  weights: keyof typeof multipliers
  draws: number
  tail: number
  stream: Stream
}): Interval {
  const mean = clusteredMean(values, clusters)
  const points = multipliers[weights]
  const ratios = new Float64Array(draws)
  const wild = new Float64Array(mean.sums.length)
  for (let b = 0; b < draws; b++) {
    for (let g = 0; g < wild.length; g++) wild[g] = mean.sums[g]! * points[stream.integer(points.length)]!
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
