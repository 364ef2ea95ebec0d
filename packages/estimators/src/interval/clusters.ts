import { fail } from '@lawbook/base'

/** Clusters of rows: their `ids` in rising order, their `sizes` in rows, and for each row its place among the ids. */
export type Clusters = { ids: Int32Array; sizes: Float64Array; places: Int32Array }

/** The clusters that occur among the rows; clusters[i] is the id of row i's. Throws LB_FIT with fewer than two. */
export function clustersOf(clusters: Int32Array): Clusters {
  const ids = Int32Array.from(new Set(clusters)).sort()
  const placeOf = new Map(Array.from(ids, (id, g) => [id, g]))
  const places = clusters.map((id) => placeOf.get(id)!)
  const sizes = new Float64Array(ids.length)
  for (const g of places) sizes[g]! += 1
  if (ids.length < 2) fail('LB_FIT', `${ids.length} clusters give no spread between clusters; give rows of at least 2`)
  return { ids, sizes, places }
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
