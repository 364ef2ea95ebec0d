import { fail, type Stream } from '@lawbook/base'
import { normalQuantile } from '@lawbook/estimators'
import { clusterEffects, clusteredScores } from './clusterEffects.ts'
import type { PlantedCurve } from './plantedCurve.ts'
import { lawMeans, type PlantedLaw } from './plantedLaw.ts'

/** Points of a law of success, each the share of m trials, with the counts that cluster methods need. */
export type PlantedTrials = PlantedCurve & {
  /** The trials of each cluster at each point: G, of sum m. */
  readonly trials: Int32Array
  /** The successes of each cluster at each point: n x G, row by row. */
  readonly successes: Int32Array
}

/**
 * Points of a law f of the probability of success, each from m = `clusters.length` trials: y_k = successes / m. Trial i
 * at point k succeeds if z_ki < Phi^-1(f(x_k)) with z_ki = sqrt(rho) g + sqrt(1 - rho) e_ki, where g is shared by the
 * trials of a cluster at all points, as tasks of one suite are at every size. So every trial succeeds with probability
 * f(x_k) exactly, and the scores of any two trials of a cluster correlate by rho, at one point and across points.
 *
 * `clusters` is the cluster of each trial, 0 to G - 1 (`unequalPackages` gives such, of unequal size). The null world
 * is the same with `nullLaw(law)`. Throws as `lawMeans` does, LB_DOMAIN where f(x_k) or rho lies outside [0, 1] or a
 * cluster below 0, LB_FIT without trials.
 */
export function plantedTrials(
  options: PlantedLaw & {
    readonly x: Float64Array
    readonly clusters: Int32Array
    readonly rho: number
    readonly stream: Stream
  },
): PlantedTrials {
  const { x, clusters, rho, stream } = options
  const means = lawMeans(options, x)
  for (const [k, mean] of means.entries())
    if (!(mean >= 0 && mean <= 1))
      fail('LB_DOMAIN', `cannot plant trials that succeed with probability ${mean} (point ${k}); it must be in [0, 1]`)
  const trials = clusterSizes(clusters)
  const count = trials.length
  const successes = new Int32Array(means.length * count)
  const effects = clusterEffects(clusters, stream)
  const y = means.map((mean, k) => {
    const limit = normalQuantile(mean)
    let right = 0
    for (const [i, z] of clusteredScores(effects, rho, stream).entries()) {
      if (z >= limit) continue
      successes[k * count + clusters[i]!]! += 1
      right += 1
    }
    return right / clusters.length
  })
  return { x, y, means, trials, successes }
}

/** How many rows each of the clusters 0 to G - 1 has. Throws LB_FIT without rows, LB_DOMAIN for a negative cluster. */
function clusterSizes(clusters: Int32Array): Int32Array {
  if (clusters.length === 0) fail('LB_FIT', 'cannot plant trials without a cluster for each; give at least one')
  const sizes = new Int32Array(clusters.reduce((greatest, cluster) => Math.max(greatest, cluster), 0) + 1)
  for (const cluster of clusters) {
    if (cluster < 0) fail('LB_DOMAIN', `cannot plant trials in cluster ${cluster}; clusters are numbered from 0`)
    sizes[cluster]! += 1
  }
  return sizes
}
