import { fail, type Stream } from '@lawbook/base'
import { clustersOf } from './clusters.ts'
import { sortedQuantile } from './quantile.ts'
import type { Interval } from './student.ts'

/**
 * The percentile bootstrap of a statistic over clusters drawn with replacement, `tail` on each side. The statistic gets
 * a weight a row: how often the row's cluster was drawn. A check on `clusterJackknife`, not a headline: with few or
 * unequal clusters its intervals are too short. Throws LB_NOT_FINITE when the statistic is not finite on a draw.
 */
export function clusterBootstrap({
  clusters,
  statistic,
  draws,
  tail,
  stream,
}: {
  clusters: Int32Array
  statistic: (weights: Float64Array) => number
  draws: number
  tail: number
  stream: Stream
}): Interval {
  const { ids } = clustersOf(clusters)
  const place = new Map(Array.from(ids, (id, g) => [id, g]))
  const cluster = clusters.map((id) => place.get(id)!)
  const drawn = new Float64Array(ids.length)
  const weights = new Float64Array(clusters.length)
  const values = new Float64Array(draws)
  for (let b = 0; b < draws; b++) {
    drawn.fill(0)
    for (let g = 0; g < ids.length; g++) drawn[stream.integer(ids.length)]! += 1
    for (let i = 0; i < weights.length; i++) weights[i] = drawn[cluster[i]!]!
    const value = statistic(weights)
    if (!Number.isFinite(value)) fail('LB_NOT_FINITE', `the bootstrapped statistic is ${value} in draw ${b}`)
    values[b] = value
  }
  values.sort()
  return [sortedQuantile(values, tail), sortedQuantile(values, 1 - tail)]
}
