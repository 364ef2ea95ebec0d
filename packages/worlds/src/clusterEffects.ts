import { fail, type Stream } from '@lawbook/base'

/** A standard normal effect for each row, the same in all rows of a cluster. */
export function clusterEffects(clusters: Int32Array, stream: Stream): Float64Array {
  const effects = new Map<number, number>()
  return Float64Array.from(clusters, (cluster) => {
    const effect = effects.get(cluster) ?? stream.normal()
    effects.set(cluster, effect)
    return effect
  })
}

/**
 * A standard normal score for each row, z_i = sqrt(rho) g_i + sqrt(1 - rho) e_i, with g the effects of the rows'
 * clusters and e_i drawn for the row alone: a Gaussian copula in which two scores of a cluster correlate by rho. Scores
 * drawn again with the same effects keep the clusters as they are. Throws LB_DOMAIN unless rho is in [0, 1].
 */
export function clusteredScores(effects: Float64Array, rho: number, stream: Stream): Float64Array {
  if (!(rho >= 0 && rho <= 1))
    fail('LB_DOMAIN', `cannot correlate the rows of a cluster by ${rho}; the correlation must be in [0, 1]`)
  return effects.map((effect) => Math.sqrt(rho) * effect + Math.sqrt(1 - rho) * stream.normal())
}
