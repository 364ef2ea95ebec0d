import { fail } from '@lawbook/base'
import { logBetaTerm, logIncompleteBeta } from './beta.ts'
import { logBeta } from './gamma.ts'

/**
 * The quantile of the Beta(a, b) distribution: x with P(X <= x) = p, for 0 <= p <= 1 and a, b > 0, to about 1e-12
 * relative; 0 where it is below the smallest double. For a small upper tail use `betaUpperQuantile`, which keeps its
 * digits. Throws LB_DOMAIN outside.
 */
export function betaQuantile(p: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(-betaLogOdds(p, a, b)))
}

/** The upper quantile of the Beta(a, b) distribution: x with P(X > x) = tail, as exact as `betaQuantile`. */
export function betaUpperQuantile(tail: number, a: number, b: number): number {
  return 1 / (1 + Math.exp(betaLogOdds(tail, b, a)))
}

/**
 * The log-odds ln [x / (1 - x)] of the p-quantile x of Beta(a, b), which keep the digits of x near 0 and of 1 - x
 * near 1, also where those are below the smallest double. For the upper quantile they are -betaLogOdds(tail, b, a).
 * Throws LB_DOMAIN for p outside [0, 1] and for a or b not above 0.
 */
export function betaLogOdds(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1 && a > 0 && b > 0))
    fail('LB_DOMAIN', `cannot take the Beta(${a}, ${b}) quantile at ${p}; p must be in [0, 1], a and b above 0`)
  if (p === 0) return Number.NEGATIVE_INFINITY
  if (p === 1) return Number.POSITIVE_INFINITY
  return p <= 0.5 ? lowerLogOdds(p, a, b) : -lowerLogOdds(1 - p, b, a)
}

/** Log-odds beyond which x (or 1 - x) comes near the smallest double, and I_x = x^a / (a B(a, b)) to all digits. */
const far = 700

/**
 * For p <= 1/2: Newton's method inside a bracket. ln I_x is concave in the log-odds: no step from the left
 * overshoots.
 */
function lowerLogOdds(p: number, a: number, b: number): number {
  const nearZero = (Math.log(p) + Math.log(a) + logBeta(a, b)) / a
  if (nearZero < -far) return nearZero
  const nearOne = -(Math.log1p(-p) + Math.log(b) + logBeta(a, b)) / b
  if (nearOne > far) return nearOne
  const goal = Math.log(p)
  let lower = -far - 1
  let upper = far + 1
  let logOdds = Math.min(Math.max(Math.log(a / b), -far), far)
  for (let i = 0; i < 200; i++) {
    const x = 1 / (1 + Math.exp(-logOdds))
    const complement = 1 / (1 + Math.exp(logOdds))
    const reached = logIncompleteBeta(x, a, b, complement)
    const step = (goal - reached) / Math.exp(logBetaTerm(x, a, b, complement) - reached)
    if (Math.abs(step) <= 1e-10) return logOdds + step
    if (step > 0) lower = logOdds
    else upper = logOdds
    const next = logOdds + step
    logOdds = next > lower && next < upper ? next : (lower + upper) / 2
  }
  return logOdds
}
