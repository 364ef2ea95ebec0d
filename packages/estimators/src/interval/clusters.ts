import { fail } from '@lawbook/base'

/** The clusters that occur among the rows, in rising order of their index, with the number of rows of each. */
export function clustersOf(clusters: Int32Array): { ids: Int32Array; sizes: Float64Array } {
  const ids = Int32Array.from(new Set(clusters)).sort()
  const place = new Map(Array.from(ids, (id, g) => [id, g]))
  const sizes = new Float64Array(ids.length)
  for (const id of clusters) sizes[place.get(id)!]! += 1
  if (ids.length < 2) fail('LB_FIT', `${ids.length} clusters give no spread between clusters; give rows of at least 2`)
  return { ids, sizes }
}

/**
 * The effective number of clusters, G_eff = n^2 / sum_g n_g^2: G for equal sizes, less for unequal ones (Kish's
 * formula, as in Carter, Schnepel and Steigerwald 2017 with full dependence inside clusters). Throws LB_DOMAIN without
 * rows.
 */
export function effectiveClusters(sizes: ArrayLike<number>): number {
  let n = 0
  let squares = 0
  for (let g = 0; g < sizes.length; g++) {
    n += sizes[g]!
    squares += sizes[g]! * sizes[g]!
  }
  if (!(squares > 0)) fail('LB_DOMAIN', `the effective number of clusters needs rows; the sizes sum to ${n}`)
  return (n * n) / squares
}
