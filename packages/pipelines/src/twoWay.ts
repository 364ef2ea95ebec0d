import { fail } from '@lawbook/base'
import { clusterJackknife, type Nested, nestedIntervals, type Sided } from '@lawbook/estimators'

/** A statistic of some routers and some pipelines, each by its place. Rows of pipelines may be left out or routers. */
export type TwoWayStatistic = (routers: readonly number[], pipelines: readonly number[]) => number

/** A statistic with the limits that lie farthest out, and what was resampled, in words. */
export type TwoWay = { readonly nested: Nested; readonly resampled: string }

/**
 * The interval of a statistic whose rows share routers in one direction and skills in the other: the delete-one jackknife
 * over clusters of pipelines and over kins of routers, each with Student quantiles, and of each limit the one that lies
 * farthest out. Clusters of pipelines are those that share `clusterOf` (the second step's skill, say). With fewer than two kins
 * only pipelines are resampled. `transform` maps an interval made on another scale back (ln to ratio).
 */
export function twoWayInterval({
  statistic,
  kins,
  clusterOf,
  clusterName,
  sided,
  parts = 1,
  transform,
}: {
  readonly statistic: TwoWayStatistic
  /** The kin of each router. */
  readonly kins: readonly string[]
  /** The cluster of each pipeline. */
  readonly clusterOf: readonly string[]
  /** What the clusters are, for the words: "second-step skills". */
  readonly clusterName: string
  readonly sided: Sided
  readonly parts?: number
  readonly transform?: { forward(x: number): number; inverse(x: number): number }
}): TwoWay {
  const routers = [...kins.keys()]
  const pipelines = [...clusterOf.keys()]
  const forward = transform?.forward ?? ((x: number) => x)
  const ways = [
    { name: clusterName, labels: clusterOf, of: (keep: number[]) => statistic(routers, keep) },
    { name: 'kins of routers', labels: kins, of: (keep: number[]) => statistic(keep, pipelines) },
  ].filter(({ labels }) => new Set(labels).size > 1)
  if (ways.length === 0)
    fail('LB_FIT', `one ${clusterName} cluster and one kin leave nothing to resample; give two of either`)
  const found = ways.map(({ labels, of }) => {
    const ids = [...new Set(labels)]
    const clusters = Int32Array.from(labels, (label) => ids.indexOf(label))
    const { value, se, df } = clusterJackknife({
      clusters,
      statistic: (leftOut) => Float64Array.of(forward(of([...clusters.keys()].filter((i) => clusters[i] !== leftOut)))),
    })
    const estimate = { value: value[0]!, se: se[0]!, df, sided, parts }
    return nestedIntervals(transform === undefined ? estimate : { ...estimate, transform })
  })
  const farthest = (of: 'i90' | 'i995'): [number, number] => [
    Math.min(...found.map((one) => one[of][0])),
    Math.max(...found.map((one) => one[of][1])),
  ]
  return {
    nested: { value: found[0]!.value, i90: farthest('i90'), i995: farthest('i995') },
    resampled:
      ways.map(({ name, labels }) => `${name} (${new Set(labels).size})`).join(' and ') +
      (ways.length > 1 ? ', the farther limit of each' : ''),
  }
}
