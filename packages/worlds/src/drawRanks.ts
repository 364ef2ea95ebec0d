import { fail, type Stream } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import type { PlantedRank, RankLaw } from './rankLaw.ts'

/**
 * One rank a request from a law, with requests of a cluster alike: a Gaussian copula. z = sqrt(rho) · g + sqrt(1 - rho) · e
 * with g shared by the cluster, and the rank is the law's at quantile Phi(z), so each rank follows the law exactly
 * whatever rho in [0, 1] is, and rho is the correlation of z inside a cluster.
 */
export function drawRanks(law: RankLaw, clusters: Int32Array, rho: number, stream: Stream): PlantedRank[] {
  if (!(rho >= 0 && rho <= 1)) fail('LB_DOMAIN', `cannot correlate requests by rho = ${rho}; rho must be in [0, 1]`)
  const shared = new Map<number, number>()
  return Array.from(clusters, (cluster) => {
    const common = shared.get(cluster) ?? stream.normal()
    shared.set(cluster, common)
    const z = Math.sqrt(rho) * common + Math.sqrt(1 - rho) * stream.normal()
    return law.rank(normalCdf(z), stream)
  })
}
