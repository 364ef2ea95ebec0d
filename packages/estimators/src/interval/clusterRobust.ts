import { fail } from '@lawbook/base'
import { sandwich, standardErrors } from '../fit/covariance.ts'
import type { LinearFit } from '../fit/leastSquares.ts'
import { inverseUpper } from '../fit/qr.ts'
import { symmetricEigen } from '../fit/symmetricEigen.ts'
import type { CoefficientErrors } from './classicalErrors.ts'
import { clusterScores } from './clusterScores.ts'
import { effectiveClusters } from './clusters.ts'

/** A share 1 - leverage at or below this is 0: the cluster determines that combination of coefficients alone. */
const absorbed = 1e-12

/**
 * The cluster-robust errors CR2 of a linear fit (Bell and McCaffrey 2002), clusters[i] the cluster of row i:
 *
 *   (X'X)^-1 [sum_g X_g' A_g e_g e_g' A_g X_g] (X'X)^-1,   A_g = (I - H_gg)^{-1/2},
 *
 * unbiased when errors are independent with one variance (the working model). Where I - H_gg is singular, as with an
 * indicator of one cluster among the columns, A_g is the symmetric root of the Moore-Penrose inverse (Pustejovsky and
 * Tipton 2018). df_j are Satterthwaite's, 2 E^2 / Var of the variance estimate under the working model: G - 1 or nearly
 * so for many equal clusters, down to 1 where few or unequal clusters carry the coefficient; below 4 intervals cover
 * what they promise in some cases and not in others (docs/tables/coverage-slopes.md). With weights all of it is
 * said of the rows sqrt(w_i) (x_i, y_i): the working variance is sigma^2 / w_i. Throws LB_FIT for lengths that differ,
 * one cluster, or a coefficient of which no cluster leaves a residual.
 */
export function cr2(fit: LinearFit, clusters: Int32Array): CoefficientErrors {
  const { factor } = fit
  const { p } = factor
  const { scores, grams } = clusterScores(fit, clusters)
  const meat = new Float64Array(p * p)
  const degrees = Array.from({ length: p }, () => ({ trace: 0, square: 0, sum: new Float64Array(p * p) }))
  const inverse = inverseUpper(factor)
  for (let g = 0; g < scores.length; g++) {
    const { values, vectors } = symmetricEigen(grams[g]!, p)
    const adjustment = values.map((leverage) => (1 - leverage > absorbed ? 1 / Math.sqrt(1 - leverage) : 0))
    const score = spectral(vectors, adjustment, scores[g]!)
    for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) meat[j * p + k]! += score[j]! * score[k]!
    const inside = values.map((leverage, k) => adjustment[k]! * leverage)
    const length = values.map((leverage, k) => adjustment[k]! * adjustment[k]! * leverage)
    for (let j = 0; j < p; j++) addCluster(degrees[j]!, inverse.subarray(j * p, j * p + p), vectors, inside, length)
  }
  const covariance = sandwich(factor, meat)
  const df = Float64Array.from(degrees, ({ trace, square, sum }, j) => {
    const total = square + sum.reduce((norm, entry) => norm + entry * entry, 0)
    if (!(trace > 1e-12 * covarianceScale(inverse, p, j)))
      fail(
        'LB_FIT',
        `no cluster leaves a residual for coefficient ${j + 1} of ${p}; leave out its column or join clusters`,
      )
    return (trace * trace) / total
  })
  return { covariance, se: standardErrors(covariance, p), df }
}

/**
 * The variance of c_j is sum_g (v_g'e)^2 with v_g = (I - H)_g' A_g Q_g u, u = row j of R^-1. Its degrees of freedom are
 * (sum_g w_gg)^2 / sum_gh w_gh^2, w_gh = v_g'v_h = [g = h] a_g'a_g - t_g't_h with a_g = A_g Q_g u, t_g = Q_g'a_g: so
 * `trace`, the sum of squares without the t_g't_h (`square`) and `sum` = sum_g t_g t_g' are enough.
 */
function addCluster(
  degrees: { trace: number; square: number; sum: Float64Array },
  u: Float64Array,
  vectors: Float64Array,
  inside: Float64Array,
  length: Float64Array,
): void {
  const p = u.length
  const t = spectral(vectors, inside, u)
  const a = dot(u, spectral(vectors, length, u))
  const tt = dot(t, t)
  degrees.trace += a - tt
  degrees.square += a * a - 2 * a * tt
  for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) degrees.sum[j * p + k]! += t[j]! * t[k]!
}

/**
 * The cluster-robust errors CR3: the delete-one-cluster jackknife of the coefficients, without refitting,
 *
 *   (G - 1) / G sum_g d_g d_g',   d_g = c_(-g) - c = -(X'X)^-1 X_g' (I - H_gg)^-1 e_g,
 *
 * centred at the full estimate, df = G_eff - 1: what `clusterJackknife` gives for the coefficients (Bell and McCaffrey
 * 2002; CV3 of MacKinnon, Nielsen and Webb 2023). Other sources leave out (G - 1) / G. With three
 * effective clusters it covers more than it promises; where few clusters carry the coefficient (df of `cr2` below 4) it
 * may cover less (docs/tables/coverage-slopes.md). With weights the rows are
 * sqrt(w_i) (x_i, y_i). Throws LB_FIT for lengths that differ, one cluster, or a cluster without which a coefficient is
 * not determined.
 */
export function cr3(fit: LinearFit, clusters: Int32Array): CoefficientErrors {
  const { factor } = fit
  const { p } = factor
  const { ids, sizes, scores, grams } = clusterScores(fit, clusters)
  const meat = new Float64Array(p * p)
  for (let g = 0; g < ids.length; g++) {
    const { values, vectors } = symmetricEigen(grams[g]!, p)
    const adjustment = values.map((leverage) => {
      if (!(1 - leverage > absorbed))
        fail('LB_FIT', `without cluster ${ids[g]} a coefficient is not determined; use cr2, or leave out the cluster`)
      return 1 / (1 - leverage)
    })
    const score = spectral(vectors, adjustment, scores[g]!)
    const share = (ids.length - 1) / ids.length
    for (let j = 0; j < p; j++) for (let k = 0; k < p; k++) meat[j * p + k]! += share * score[j]! * score[k]!
  }
  const covariance = sandwich(factor, meat)
  return { covariance, se: standardErrors(covariance, p), df: new Float64Array(p).fill(effectiveClusters(sizes) - 1) }
}

/** U diag(values) U'x. */
function spectral(vectors: Float64Array, values: Float64Array, x: Float64Array): Float64Array {
  const p = x.length
  const result = new Float64Array(p)
  for (let k = 0; k < p; k++) {
    let along = 0
    for (let j = 0; j < p; j++) along += vectors[j * p + k]! * x[j]!
    along *= values[k]!
    for (let j = 0; j < p; j++) result[j]! += vectors[j * p + k]! * along
  }
  return result
}

function covarianceScale(inverse: Float64Array, p: number, j: number): number {
  const u = inverse.subarray(j * p, j * p + p)
  return dot(u, u)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!
  return sum
}
