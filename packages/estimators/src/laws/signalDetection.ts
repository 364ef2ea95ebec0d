import { normalCdf, normalDensity, normalQuantile } from '../distribution/normal.ts'
import { defineLaw } from './law.ts'
import { line } from './line.ts'

/**
 * The signal-detection law: a competitor beats the right one with probability p = Phi(-z), z ~ N(mu, tau^2) over
 * requests, so y = E Phi(z)^(N-1), N >= 1 and not necessarily whole. Unlike the line it obeys y(1) = 1 and
 * y(infinity) = 0. Computed as y = E Phi((mu - M) / tau), M the largest of N - 1 standard normals, to 1e-8
 * or better (1e-11 for tau >= 0.3).
 */
export const signalDetection = defineLaw({
  id: 'signal-detection',
  title: 'signal detection',
  equation: 'E Phi(z)^(N-1), z ~ N(mu, tau^2)',
  parameters: [
    { name: 'mu', unit: 'standard deviations of a competitor', lower: -50, upper: 50, scale: 'linear' },
    { name: 'tau', unit: 'standard deviations of a competitor', lower: 0.2, upper: 100, scale: 'log' },
  ],
  smallest: 1,
  linear: 'none',
  evaluate(x, theta, values, jacobian) {
    const mu = theta[0]!
    const tau = theta[1]!
    for (let i = 0; i < x.length; i++) {
      const { points, weights } = largestOf(x[i]! - 1)
      let value = 0
      let byMu = 0
      let byTau = 0
      for (let k = 0; k < points.length; k++) {
        const z = (mu - points[k]!) / tau
        // Beyond nine standard deviations Phi is 0 or 1 to the last digit, and its slope 0.
        if (Math.abs(z) > 9) {
          if (z > 0) value += weights[k]!
          continue
        }
        const density = weights[k]! * normalDensity(z)
        value += weights[k]! * normalCdf(z)
        byMu += density
        byTau -= density * z
      }
      values[i] = value
      jacobian[2 * i] = byMu / tau
      jacobian[2 * i + 1] = byTau / tau
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

type Rule = { points: Float64Array; weights: Float64Array }

const rules = new Map<number, Rule>()

/**
 * A quadrature rule for expectations over M, the largest of m standard normals: M = Phi^-1(V^(1/m)), V uniform, by the
 * tanh-sinh rule in V (Takahasi and Mori 1974). It depends on m alone, so it is kept.
 */
function largestOf(m: number): Rule {
  const kept = rules.get(m)
  if (kept !== undefined) return kept
  const step = 0.1
  const half = 33
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
