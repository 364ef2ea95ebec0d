import { fail, type Stream } from '@lawbook/base'
import type { LinearFit } from '../fit/leastSquares.ts'
import { inverseUpper } from '../fit/qr.ts'
import { clusterScores } from './clusterScores.ts'
import type { Interval } from './student.ts'
import { type Multipliers, multiplierVectors } from './wildMultipliers.ts'

/** Halvings of the step that brackets a limit: the limit is within 1e-15 of that step. */
const halvings = 50
/** Values of t^2 that differ by less than this share are equal: they would be, but for rounding. */
const equal = 1e-9
/** Standard errors from the estimate at which a value that is not yet rejected will never be. */
const farthest = 1e5

/** What is tested, and how: `clusters[i]` is the cluster of row i, `coefficient` counts the columns from 0. */
export type WildCluster = {
  fit: LinearFit
  clusters: Int32Array
  coefficient: number
  multipliers: Multipliers
  draws: number
  stream: Stream
}

/**
 * The wild cluster bootstrap-t test of c_j = `value` with this null imposed (Cameron, Gelbach and Miller 2008; in the
 * form of Roodman, MacKinnon, Nielsen and Webb 2019, which needs no refits). y is drawn as the fit under the null plus
 * its residuals times one random multiplier a cluster. The drawn t* = (c*_j - value) / se*_j and the observed t use the
 * same cluster-robust se^2 = sum_g (z_g'e_g)^2, where c_j = z'y: z is the residual of column j on the other columns,
 * over its squared length. A constant small-sample factor of se^2 would change no p.
 *
 * p is two-sided: the share of |t*| >= |t|. `exact`: all 2^G sign vectors were listed (Rademacher with 2^G <= draws);
 * the observed t is among them, so p >= 2 / 2^G. Else p = (1 + how many) / (1 + draws) (Davison and Hinkley 1997,
 * 4.2.2). With weights the rows are sqrt(w_i) (x_i, y_i). Throws LB_DOMAIN for a coefficient that does not exist, a
 * value that is not finite, or draws < 1; LB_FIT for lengths that differ, one cluster, or a coefficient of which no
 * cluster leaves a residual.
 */
export function wildClusterTest({ value = 0, ...given }: WildCluster & { value?: number }): {
  t: number
  p: number
  exact: boolean
} {
  if (!Number.isFinite(value)) fail('LB_DOMAIN', `cannot test a coefficient against ${value}; give a finite number`)
  const parts = partsOf(given)
  const distance = given.fit.coefficients[given.coefficient]! - value
  return { t: distance / parts.se, p: pValue(parts, distance), exact: parts.exact }
}

/**
 * The interval of all values that `wildClusterTest` does not reject at level 2 `tail`: limits where p(value) comes down
 * to 2 tail, found by steps that double from the estimate outwards and then bisection. All values are tested with the
 * same multipliers, so p(value) has no noise between values, but it is a step function: where it crosses the level more
 * than once, the limit is one of the crossings. Throws as `wildClusterTest` does, LB_DOMAIN for tail outside (0, 1/2),
 * and LB_FIT when no value is ever rejected (the interval is unbounded), as always with sign vectors of too few
 * clusters.
 */
export function wildClusterInterval({ tail, ...given }: WildCluster & { tail: number }): Interval {
  if (!(tail > 0 && tail < 0.5)) fail('LB_DOMAIN', `cannot leave ${tail} in each tail; it must be in (0, 0.5)`)
  const parts = partsOf(given)
  const centre = given.fit.coefficients[given.coefficient]!
  const limit = (direction: 1 | -1): number => {
    let inside = 0
    let outside = parts.se
    while (pValue(parts, direction * outside) > 2 * tail) {
      inside = outside
      outside *= 2
      if (outside > farthest * parts.se)
        fail(
          'LB_FIT',
          `the interval is unbounded: with ${parts.clusters} clusters p stays above ${2 * tail} at every value; ` +
            'use webb multipliers, more draws or a wider tail',
        )
    }
    for (let k = 0; k < halvings; k++) {
      const middle = (inside + outside) / 2
      if (pValue(parts, direction * middle) > 2 * tail) inside = middle
      else outside = middle
    }
    return centre - direction * inside
  }
  return [limit(1), limit(-1)]
}

/**
 * What p depends on: with a = c_j - value, every drawn t* is (n0 + a n1) / sqrt(v0 + 2 a v1 + a^2 v2). `draws` holds
 * these five numbers a draw, `se` is that of c_j.
 */
type Parts = { draws: Float64Array; exact: boolean; se: number; clusters: number }

/**
 * In the orthonormal coordinates Q of the fit let u be row j of R^-1 and z = Q u, so that c_j = z'y. The residuals
 * under the null are e + a z / z'z: all sums over a cluster are linear in a. A draw with multipliers w has the
 * numerator sum_g w_g s_g and the residual scores w_g s_g - k_g' sum_h w_h m_h, with k_g = Q_g'z_g, and s_g = z_g'r_g
 * and m_g = Q_g'r_g of the residuals r under the null.
 */
function partsOf({ fit, clusters, coefficient, multipliers, draws, stream }: WildCluster): Parts {
  const { p } = fit.factor
  if (!Number.isInteger(coefficient) || coefficient < 0 || coefficient >= p)
    fail('LB_DOMAIN', `there is no coefficient ${coefficient}; give an integer in [0, ${p - 1}]`)
  const { scores: m0, grams } = clusterScores(fit, clusters)
  const u = inverseUpper(fit.factor).subarray(coefficient * p, coefficient * p + p)
  const k = grams.map((gram) => u.map((_, j) => dot(gram.subarray(j * p, j * p + p), u)))
  const m1 = k.map((load) => load.map((value) => value / dot(u, u)))
  const s0 = Float64Array.from(m0, (own) => dot(own, u))
  const s1 = Float64Array.from(m1, (own) => dot(own, u))
  const se = Math.sqrt(dot(s0, s0))
  if (!(se > 1e-12 * Math.sqrt(dot(u, u) * fit.sse)))
    fail('LB_FIT', `no cluster leaves a residual for coefficient ${coefficient}; leave out its column or join clusters`)

  const total0 = new Float64Array(p)
  const total1 = new Float64Array(p)
  const { vectors, exact } = multiplierVectors({ kind: multipliers, clusters: s0.length, draws, stream })
  const parts = new Float64Array((5 * vectors.length) / s0.length)
  for (let at = 0, from = 0; at < parts.length; at += 5, from += s0.length) {
    total0.fill(0)
    total1.fill(0)
    let [n0, n1, v0, v1, v2] = [0, 0, 0, 0, 0]
    for (let g = 0; g < s0.length; g++) {
      const w = vectors[from + g]!
      n0 += w * s0[g]!
      n1 += w * s1[g]!
      for (let j = 0; j < p; j++) {
        total0[j]! += w * m0[g]![j]!
        total1[j]! += w * m1[g]![j]!
      }
    }
    for (let g = 0; g < s0.length; g++) {
      const score0 = vectors[from + g]! * s0[g]! - dot(k[g]!, total0)
      const score1 = vectors[from + g]! * s1[g]! - dot(k[g]!, total1)
      v0 += score0 * score0
      v1 += score0 * score1
      v2 += score1 * score1
    }
    parts.set([n0, n1, v0, v1, v2], at)
  }
  return { draws: parts, exact, se, clusters: s0.length }
}

/** p of the null value at distance a = c_j - value: the share of draws with t*^2 >= t^2. */
function pValue({ draws, exact, se }: Parts, a: number): number {
  const square = (a / se) * (a / se)
  let reached = 0
  for (let at = 0; at < draws.length; at += 5) {
    const drawn = draws[at]! + a * draws[at + 1]!
    const spread = draws[at + 2]! + 2 * a * draws[at + 3]! + a * a * draws[at + 4]!
    if (drawn * drawn >= square * spread * (1 - equal)) reached += 1
  }
  const count = draws.length / 5
  return exact ? reached / count : (1 + reached) / (1 + count)
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let k = 0; k < x.length; k++) sum += x[k]! * y[k]!
  return sum
}
