import type { Nested } from '@lawbook/estimators'
import { type Cell, pairOf } from './cells.ts'

/** Where a cell or a series comes from. */
type Place = Pick<Cell, 'suite' | 'model'>

/** What cells and series share that are not independent of each other: models and suites are crossed. */
export const clusterings = {
  'pairs of model and suite': pairOf,
  models: ({ model }) => model,
  suites: ({ suite }) => suite,
} as const satisfies Readonly<Record<string, (place: Place) => string>>
export type Clustering = keyof typeof clusterings
export const everyClustering = Object.keys(clusterings) as Clustering[]

/** How many clusters each clustering makes: "9 pairs of model and suite, 3 models, 3 suites". */
export function clusterCounts(places: readonly Place[]): string {
  return everyClustering.map((by) => `${new Set(places.map(clusterings[by])).size} ${by}`).join(', ')
}

/** One value with the farthest of several limits, at both levels. Null where one of them gives none. */
export function farthest(all: readonly (Nested | null)[]): Nested | null {
  const known = all.filter((one) => one !== null)
  if (known.length === 0 || known.length < all.length) return null
  const ends = (level: 'i90' | 'i995') =>
    [Math.min(...known.map((one) => one[level][0])), Math.max(...known.map((one) => one[level][1]))] as const
  return { value: known[0]!.value, i90: ends('i90'), i995: ends('i995') }
}
