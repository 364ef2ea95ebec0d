import type { Row } from '@lawbook/schemas'

/** Upper ends of the bins: the place of a wrong pick among the neighbours of the right skill, nearest first. */
export const nearnessBins = [1, 3, 10, 30, 100, 300] as const

/**
 * Where wrong picks in the full library lie: how many fall among the nearest, the second and third nearest, ... of the
 * right skill's neighbours by TF-IDF similarity, and how many would if they fell on any skill alike. Places, not
 * similarities: a similarity belongs to one representation.
 */
export function nearnessRows(
  picks: readonly { readonly chosen: number; readonly target: number }[],
  neighbours: readonly Int32Array[],
  about: Row,
): Row[] {
  const others = neighbours[0]?.length ?? 0
  const ends = [...nearestFirst(others)]
  const counts = new Int32Array(ends.length)
  for (const { chosen, target } of picks) {
    const place = neighbours[target]!.indexOf(chosen) + 1
    counts[ends.findIndex((end) => place <= end)]!++
  }
  return ends.map((to, k) => {
    const from = k === 0 ? 1 : ends[k - 1]! + 1
    return { ...about, from, to, picks: counts[k]!, uniform: (picks.length * (to - from + 1)) / others }
  })
}

function nearestFirst(others: number): number[] {
  return [...nearnessBins.filter((end) => end < others), others]
}

/**
 * How much oftener a wrong pick falls on a near neighbour than on another skill: the odds of the share of wrong picks
 * among the `nearest`, mean over routers, over the odds of the share of skills that these are. `rows` are those of
 * `nearnessRows` for one wording and the routers meant; bins that end at `nearest` or before count. 1 without any.
 */
export function nearnessOf(rows: readonly Row[], nearest: number): number {
  const routers = [...new Set(rows.map(({ router }) => router))]
  const shares = routers.flatMap((router) => {
    const own = rows.filter((row) => row.router === router)
    const sum = (list: readonly Row[], field: string): number => list.reduce((all, row) => all + Number(row[field]), 0)
    const near = own.filter(({ to }) => Number(to) <= nearest)
    const all = sum(own, 'picks')
    return all === 0 ? [] : [{ picked: sum(near, 'picks') / all, uniform: sum(near, 'uniform') / all }]
  })
  if (shares.length === 0) return 1
  const odds = (of: 'picked' | 'uniform'): number => {
    const mean = shares.reduce((sum, share) => sum + share[of], 0) / shares.length
    return mean / (1 - mean)
  }
  return odds('picked') / odds('uniform')
}
