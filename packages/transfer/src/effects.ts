import { clusterMean, type Nested, nestedIntervals, shapley } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { armId, type LibraryId } from './arms.ts'
import { columnOf, type Metric, type Observed } from './evidence.ts'

/** What claims are judged by: each is a difference of two arms, in points. */
export const effects = {
  transfer: [
    'authors+gate+closure',
    'raw',
    'the authors’ edited library, the gate and the closure check together, less none of them',
  ],
  library: ['authors', 'raw', 'the authors’ edited library alone, less the library as it was'],
  gate: ['raw+gate', 'raw', 'the gate alone, less none'],
  closure: ['raw+closure', 'raw', 'the closure check alone, less none'],
  'our-library': ['ours', 'raw', 'our edited library alone, less the library as it was'],
  'our-transfer': [
    'ours+gate+closure',
    'raw',
    'our edited library, the gate and the closure check together, less none of them',
  ],
} as const satisfies Record<string, readonly [string, string, string]>
export type EffectId = keyof typeof effects
export const effectIds = Object.keys(effects) as EffectId[]

/** Values by task, in points: the mean over routers, or one router's. */
export function differences(
  observed: Observed,
  [after, before]: readonly [string, string, ...string[]],
  metric: Metric,
  router?: string,
): Float64Array {
  const [a, b] = [after, before].map((arm) => columnOf(observed, `${arm}.${metric}`, router))
  return a!.map((value, i) => 100 * (value - b![i]!))
}

/** Numbers of the cluster that each task belongs to: every task its own, or those of one domain together. */
export function clustersOf({ tasks }: Pick<Observed, 'tasks'>, by: 'task' | 'domain'): Int32Array {
  const domains = [...new Set(tasks.map(({ domain }) => domain))]
  return Int32Array.from(tasks, ({ domain }, i) => (by === 'task' ? i : domains.indexOf(domain)))
}

/** The mean over tasks with both Student intervals, the tasks (or domains) resampled and the routers held fixed. */
export function meanOf(values: Float64Array, clusters: Int32Array, sided: 'one' | 'two' = 'one'): Estimate {
  const mean = clusterMean({ values, clusters })
  const found: Nested | null = mean.se > 0 && mean.df > 0 ? nestedIntervals({ ...mean, sided }) : null
  return found === null
    ? { value: mean.value, i90: null, i995: null }
    : { value: found.value, i90: found.i90, i995: found.i995 }
}

/** Shapley's shares of the library, the gate and the closure check in what all three change, by task, in points. */
export function shapleyShares(observed: Observed, library: LibraryId, metric: Metric): Float64Array[] {
  const byMask = Array.from({ length: 8 }, (_, mask) => {
    const arm = armId((mask & 1) !== 0 ? library : 'raw', (mask & 2) !== 0 ? '+gate' : '', (mask & 4) !== 0)
    return columnOf(observed, `${arm}.${metric}`)
  })
  const shares = observed.tasks.map((_, i) => shapley(3, (mask) => 100 * byMask[mask]![i]!))
  return [0, 1, 2].map((part) => Float64Array.from(shares, (one) => one[part]!))
}
