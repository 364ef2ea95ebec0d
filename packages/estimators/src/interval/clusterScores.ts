import { fail } from '@lawbook/base'
import type { LinearFit } from '../fit/leastSquares.ts'
import { thinQ } from '../fit/qr.ts'
import { clustersOf } from './clusters.ts'

/**
 * What cluster g has to say about the coefficients, in the orthonormal coordinates Q of the fit: `scores` Q_g'e_g (p)
 * and `grams` Q_g'Q_g (p x p), whose eigenvalues are the leverages of the cluster, in [0, 1].
 */
export type ClusterScores = { ids: Int32Array; sizes: Float64Array; scores: Float64Array[]; grams: Float64Array[] }

/**
 * The scores of all clusters of a fit; clusters[i] is that of row i. Throws LB_FIT for other lengths or one cluster.
 */
export function clusterScores(fit: LinearFit, clusters: Int32Array): ClusterScores {
  const { n, p } = fit.factor
  if (clusters.length !== n) fail('LB_FIT', `${n} rows came with ${clusters.length} cluster indices; give one a row`)
  const { ids, sizes, places } = clustersOf(clusters)
  const q = thinQ(fit.factor)
  const scores = Array.from(ids, () => new Float64Array(p))
  const grams = Array.from(ids, () => new Float64Array(p * p))
  for (let i = 0; i < n; i++) {
    const g = places[i]!
    const score = scores[g]!
    const gram = grams[g]!
    for (let j = 0; j < p; j++) {
      score[j]! += q[i * p + j]! * fit.scaledResiduals[i]!
      for (let k = 0; k < p; k++) gram[j * p + k]! += q[i * p + j]! * q[i * p + k]!
    }
  }
  return { ids, sizes, scores, grams }
}
