import { clustersOf, effectiveClusters } from './clusters.ts'

/** A statistic (p numbers) with its standard errors, degrees of freedom, and the G values without one cluster each. */
export type Jackknife = { value: Float64Array; se: Float64Array; df: number; replicates: Float64Array[] }

/**
 * The delete-one-cluster jackknife of a vector-valued statistic. `statistic(null)` is theta on all rows, `statistic(g)`
 * is theta_(-g) without the rows of cluster g. With G clusters of any sizes,
 *
 *   se^2 = (G - 1) / G * sum_g (theta_(-g) - theta)^2,   df = G_eff - 1,   G_eff = n^2 / sum_g n_g^2,
 *
 * centred at the full estimate, not at the mean of the replicates (CV3: Cameron and Miller 2015, section VI.B;
 * MacKinnon, Nielsen and Webb 2023, Leverage, influence, and the jackknife in clustered regression models). With three
 * effective clusters the intervals cover more than they promise (docs/tables/coverage-few-clusters.md). An entry that
 * is NaN on any part of the data gets the standard error NaN, which no interval accepts: missing is not dropped. Throws
 * LB_FIT with fewer than two clusters.
 */
export function clusterJackknife({
  clusters,
  statistic,
}: {
  clusters: Int32Array
  statistic: (leftOut: number | null) => Float64Array
}): Jackknife {
  const { ids, sizes } = clustersOf(clusters)
  const value = statistic(null)
  const replicates = Array.from(ids, (id) => statistic(id))
  const se = value.map((centre, j) => {
    const squares = replicates.reduce((sum, theta) => sum + (theta[j]! - centre) * (theta[j]! - centre), 0)
    return Math.sqrt(((ids.length - 1) / ids.length) * squares)
  })
  return { value, se, df: effectiveClusters(sizes) - 1, replicates }
}
