import type { Estimate } from '@lawbook/schemas'
import { type Cell, jackknifed } from './cells.ts'
import { nested } from './measures.ts'

/** What cells share that are not independent of each other: models and suites are crossed. */
const clusterings = {
  'pairs of model and suite': ({ model, suite }: Cell): string => `${model}|${suite}`,
  models: ({ model }: Cell): string => model,
  suites: ({ suite }: Cell): string => suite,
} as const

export type Clustering = keyof typeof clusterings
export const clusteringNames = Object.keys(clusterings) as Clustering[]

type Statistic = (cells: readonly Cell[]) => number

/** A statistic of cells with the limits that one kind of cluster gives. */
export function within(cells: readonly Cell[], statistic: Statistic, by: Clustering, parts = 1): Estimate {
  return nested(jackknifed(cells, clusterings[by], statistic), parts)
}

/**
 * A statistic of cells with the farthest limits of the three clusterings, each by a jackknife with its own degrees of
 * freedom. Models and suites are crossed, so that no one of them gives independent parts. No limits where one of them
 * gives none.
 */
export function crossed(cells: readonly Cell[], statistic: Statistic, parts = 1): Estimate {
  const all = clusteringNames.map((by) => within(cells, statistic, by, parts))
  return { value: all[0]!.value, i90: farthest(all.map(({ i90 }) => i90)), i995: farthest(all.map(({ i995 }) => i995)) }
}

function farthest(intervals: readonly Estimate['i90'][]): Estimate['i90'] {
  if (intervals.includes(null)) return null
  return [Math.min(...intervals.map((ends) => ends![0]!)), Math.max(...intervals.map((ends) => ends![1]!))]
}

/** "9 pairs of model and suite, 3 models, 3 suites". */
export function unitsOf(cells: readonly Cell[]): string {
  return clusteringNames.map((by) => `${new Set(cells.map(clusterings[by])).size} ${by}`).join(', ')
}
