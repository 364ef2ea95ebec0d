import { fail } from '@lawbook/base'
import { deviance } from './deviance.ts'
import { logGamma, stirlingCorrection } from './gamma.ts'

/**
 * The regularised lower incomplete gamma function P(a, x), for x >= 0 and a > 0: the probability that a gamma
 * variable of shape a and scale 1 is at most x. Accurate in the lower tail; the upper one is `incompleteGammaUpper`.
 * Series below max(a, 1), 1 - Q(a, x) above (NIST DLMF 8.11.4). Throws LB_DOMAIN outside.
 */
export function incompleteGamma(x: number, a: number): number {
  check(x, a)
  return x <= Math.max(a, 1) ? lowerSeries(x, a) : 1 - upperFraction(x, a)
}

/**
 * The regularised upper incomplete gamma function Q(a, x) = 1 - P(a, x), with about 12 digits of the upper tail down to
 * 1e-300 for a of at least .01 (and 12 decimal places below). Continued fraction above max(a, 1) (NIST DLMF 8.9.2).
 * Throws LB_DOMAIN as `incompleteGamma`.
 */
export function incompleteGammaUpper(x: number, a: number): number {
  check(x, a)
  return x <= Math.max(a, 1) ? Math.max(0, 1 - lowerSeries(x, a)) : upperFraction(x, a)
}

function check(x: number, a: number): void {
  if (!(x >= 0 && a > 0 && a <= 1e8))
    fail('LB_DOMAIN', `no incomplete gamma function at x = ${x}, a = ${a}; x must be >= 0 and a in (0, 1e8]`)
}

/** P(a, x) = x^a exp(-x) / Gamma(a + 1) * [1 + x / (a + 1) + x^2 / ((a + 1) (a + 2)) + ...]. */
function lowerSeries(x: number, a: number): number {
  if (x === 0) return 0
  let term = 1
  let sum = 1
  for (let k = 1; term > 1e-17 * sum; k++) {
    term *= x / (a + k)
    sum += term
  }
  return (Math.exp(logTerm(x, a)) / a) * sum
}

/** Q(a, x) by its even continued fraction, with the modified Lentz method. */
function upperFraction(x: number, a: number): number {
  if (x === Number.POSITIVE_INFINITY) return 0
  let bottom = x + 1 - a
  let value = bottom
  let c = bottom
  let d = 0
  for (let k = 1; ; k++) {
    const top = k * (a - k)
    bottom += 2
    d = 1 / (bottom + top * d)
    c = bottom + top / c
    value *= c * d
    if (Math.abs(c * d - 1) <= 4e-16) return Math.exp(logTerm(x, a)) / value
  }
}

/** ln [x^a exp(-x) / Gamma(a)]. */
function logTerm(x: number, a: number): number {
  if (a < 10) return a * Math.log(x) - x - logGamma(a)
  return 0.5 * Math.log(a / (2 * Math.PI)) - stirlingCorrection(a) - deviance(a, x)
}
