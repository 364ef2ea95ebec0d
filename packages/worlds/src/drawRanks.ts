import { fail, type Stream } from '@lawbook/base'
import { normalCdf } from '@lawbook/estimators'
import type { PlantedRank, RankLaw } from './rankLaw.ts'

/**
 * One rank a request from a law, with requests of a cluster alike: a Gaussian copula. z = sqrt(rho) · g + sqrt(1 - rho)
 * · e with g shared by the cluster, and the rank is the law's at quantile Phi(z), so each rank follows the law exactly
 * whatever rho in [0, 1] is, and rho is the correlation of z inside a cluster.
 */
export function drawRanks(law: RankLaw, clusters: Int32Array, rho: number, stream: Stream): PlantedRank[] {
  const options = { clusters, withinCluster: rho, withinRequest: 0, routers: 1, stream }
  return drawRouters(law, options)[0]!
}

/**
 * Ranks of several routers that are asked the same requests: z = sqrt(c) g + sqrt(q) h + sqrt(1 - c - q) e with g
 * shared by the cluster, h by the routers on one request, e by nobody. Row k: the ranks of router k. c, q >= 0, c + q
 * <= 1.
 */
export function drawRouters(
  law: RankLaw,
  options: {
    readonly clusters: Int32Array
    readonly withinCluster: number
    readonly withinRequest: number
    readonly routers: number
    readonly stream: Stream
  },
): PlantedRank[][] {
  const { clusters, withinCluster: c, withinRequest: q, routers, stream } = options
  if (!(c >= 0 && q >= 0 && c + q <= 1))
    fail(
      'LB_DOMAIN',
      `cannot correlate requests by ${c} in a cluster and ${q} between routers; both must be at least 0 and their sum at most 1`,
    )
  const shared = new Map<number, number>()
  const ranks = Array.from({ length: routers }, (): PlantedRank[] => [])
  for (const cluster of clusters) {
    const common = shared.get(cluster) ?? stream.normal()
    shared.set(cluster, common)
    const request = q === 0 ? 0 : stream.normal()
    for (const own of ranks) {
      const z = Math.sqrt(c) * common + Math.sqrt(q) * request + Math.sqrt(1 - c - q) * stream.normal()
      own.push(law.rank(normalCdf(z), stream))
    }
  }
  return ranks
}
