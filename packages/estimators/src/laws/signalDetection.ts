import { normalCdf, normalDensity, normalQuantile } from '../distribution/normal.ts'
import { defineLaw, size } from './law.ts'
import { line } from './line.ts'

/**
 * The signal-detection law: a competitor beats the right one with probability p = Phi(-z), z ~ N(mu, tau^2) over
 * requests, so y = E Phi(z)^(N-1), N >= 1 and not necessarily whole. Unlike the line it obeys y(1) = 1 and
 * y(infinity) = 0. Computed as y = E Phi((mu - M) / tau), M the largest of N - 1 standard normals, to 2e-10
 * or better (2e-13 for tau >= 0.3) where N is 1 or at least 1.1, to 2e-5 between 1 and 1.1.
 */
export const signalDetection = defineLaw({
  id: 'signal-detection',
  title: 'signal detection',
  equation: 'E Phi(z)^(N-1), z ~ N(mu, tau^2)',
  source: 'signal detection theory for m alternatives (Green and Swets 1966); gallery sizes, arXiv 2010.15011',
  inputs: [{ ...size, from: 1 }],
  parameters: [
    { name: 'mu', unit: 'standard deviations of a competitor', lower: -50, upper: 50, scale: 'linear' },
    { name: 'tau', unit: 'standard deviations of a competitor', lower: 0.2, upper: 100, scale: 'log' },
  ],
  linear: 0,
  evaluate(x, theta, values, jacobian) {
    const mu = theta[0]!
    const inverse = 1 / theta[1]!
    for (let i = 0; i < x.length; i++) {
      const { points, weights } = largestOf(x[i]! - 1)
      let value = 0
      let byMu = 0
      let byTau = 0
      for (let k = 0; k < points.length; k++) {
        const z = (mu - points[k]!) * inverse
        // Beyond nine standard deviations Phi is 0 or 1 to the last digit, and its slope 0.
        if (z >= reach) value += weights[k]!
        else if (z > -reach) {
          const node = Math.floor(z * nodesPerUnit + 0.5)
          const from = z - node / nodesPerUnit
          const at = (node + reach * nodesPerUnit) * terms
          const c1 = expansions[at + 1]!
          const c2 = expansions[at + 2]!
          const c3 = expansions[at + 3]!
          const c4 = expansions[at + 4]!
          const c5 = expansions[at + 5]!
          const c6 = expansions[at + 6]!
          const c7 = expansions[at + 7]!
          // Horner's scheme written out: this line is where the time of a fit goes.
          const rise = c1 + from * (c2 + from * (c3 + from * (c4 + from * (c5 + from * (c6 + from * c7)))))
          const slope =
            c1 + from * (2 * c2 + from * (3 * c3 + from * (4 * c4 + from * (5 * c5 + from * (6 * c6 + from * 7 * c7)))))
          const density = weights[k]! * slope
          value += weights[k]! * (expansions[at]! + from * rise)
          byMu += density
          byTau -= density * z
        }
      }
      values[i] = value
      jacobian[2 * i] = byMu * inverse
      jacobian[2 * i + 1] = byTau * inverse
    }
  },
  starts(x, y) {
    const inside = Array.from(x.keys()).filter((i) => x[i]! > 1 && y[i]! > 0 && y[i]! < 1)
    const medians = inside.map((i) => normalQuantile(Math.exp(-Math.LN2 / (x[i]! - 1))))
    const { intercept, slope } = line(
      medians,
      inside.map((i) => normalQuantile(y[i]!)),
    )
    const guess = slope < 0 ? [Float64Array.of(-intercept / slope, -1 / slope)] : []
    return [...guess, Float64Array.of(2, 0.5), Float64Array.of(2, 2), Float64Array.of(2, 6)]
  },
})

/** Phi is expanded at multiples of 1/16 up to 9 standard deviations, to 8 terms: right to 1e-15, its slope to 1e-13. */
const reach = 9
const nodesPerUnit = 16
const terms = 8
const expansions = expandNormal()

/**
 * The Taylor coefficients of Phi at -reach, ..., reach, node by node, from
 * Phi^(k+2) = -z Phi^(k+1) - k Phi^(k) for k >= 1. They spare the exponentials, where most of the time of a fit went.
 */
function expandNormal(): Float64Array {
  const nodes = 2 * reach * nodesPerUnit + 1
  const table = new Float64Array(nodes * terms)
  for (let node = 0; node < nodes; node++) {
    const z = node / nodesPerUnit - reach
    table[node * terms] = normalCdf(z)
    let before = 0
    let derivative = normalDensity(z)
    let factorial = 1
    for (let k = 1; k < terms; k++) {
      factorial *= k
      table[node * terms + k] = derivative / factorial
      const next = -z * derivative - (k - 1) * before
      before = derivative
      derivative = next
    }
  }
  return table
}

type Rule = { points: Float64Array; weights: Float64Array }

const rules = new Map<number, Rule>()

/**
 * A quadrature rule for expectations over M, the largest of m standard normals: M = Phi^-1(V^(1/m)), V uniform, by the
 * tanh-sinh rule in V (Takahasi and Mori 1974). It depends on m alone, so it is kept.
 */
function largestOf(m: number): Rule {
  const kept = rules.get(m)
  if (kept !== undefined) return kept
  // Below m = 1 the distribution of M has a long left tail, and the integrand bends more sharply.
  const step = m < 1 ? 0.03 : 0.1
  const half = Math.round(3.3 / step)
  const points = new Float64Array(2 * half + 1)
  const weights = new Float64Array(2 * half + 1)
  let total = 0
  for (let k = -half; k <= half; k++) {
    const s = Math.PI * Math.sinh(k * step)
    const small = Math.exp(-Math.abs(s))
    const logV = Math.min(s, 0) - Math.log1p(small)
    const below = Math.exp(logV / m)
    points[k + half] = below < 0.5 ? normalQuantile(below) : -normalQuantile(-Math.expm1(logV / m))
    total += weights[k + half] = (Math.cosh(k * step) * small) / ((1 + small) * (1 + small))
  }
  for (let k = 0; k < weights.length; k++) weights[k]! /= total
  if (rules.size >= 4096) rules.clear()
  const rule = { points, weights }
  rules.set(m, rule)
  return rule
}
