import { fail } from '@lawbook/base'
import { productError } from '../fit/roundingError.ts'
import { deviance } from './deviance.ts'
import { logBeta, stirlingCorrection } from './gamma.ts'

/**
 * The regularised incomplete beta function I_x(a, b), for 0 <= x <= 1 and a, b > 0: the probability that a Beta(a, b)
 * variable is at most x. The upper tail P(X > x) is I_{1-x}(b, a), which is `incompleteBeta(1 - x, b, a, x)`; each
 * call keeps about 12 digits of its own tail, down to 1e-300. Give `complement` = 1 - x when you know it more exactly
 * than subtraction does. Continued fraction of Didonato and Morris (1992, ACM Algorithm 708), with I_x(a, b) = 1 -
 * I_{1-x}(b, a) where it converges faster. Throws LB_DOMAIN outside.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0))
    fail('LB_DOMAIN', `cannot take I_x(a, b) at x = ${x}, a = ${a}, b = ${b}; x must be in [0, 1], a and b above 0`)
  if (!(Math.abs(x + complement - 1) <= 1e-9))
    fail('LB_DOMAIN', `${complement} is not the complement of ${x}; their sum must be 1`)
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1
  if (x > a / (a + b)) return 1 - Math.exp(logLowerTail(complement, b, a, x))
  return Math.exp(logLowerTail(x, a, b, complement))
}

/** ln I_x(a, b) for 0 < x < 1 and complement = 1 - x: finite where I_x(a, b) itself is below the smallest double. */
export function logIncompleteBeta(x: number, a: number, b: number, complement: number): number {
  if (x > a / (a + b)) return Math.log1p(-Math.exp(logLowerTail(complement, b, a, x)))
  return logLowerTail(x, a, b, complement)
}

/** ln [x^a (1 - x)^b / B(a, b)] for 0 < x < 1 and complement = 1 - x: x (1 - x) times the density of Beta(a, b). */
export function logBetaTerm(x: number, a: number, b: number, complement: number): number {
  if (x > 0.5) return logBetaTerm(complement, b, a, x)
  if (Math.min(a, b) < 10) return a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)
  const sum = a + b
  const mean = sum * x
  const difference = mean - a + productError(sum, x, mean)
  const correction = stirlingCorrection(sum) - stirlingCorrection(a) - stirlingCorrection(b)
  const deviances = deviance(a, mean, difference) + deviance(b, b - difference, -difference)
  return 0.5 * Math.log((a / (2 * Math.PI)) * (b / sum)) + correction - deviances
}

function logLowerTail(x: number, a: number, b: number, complement: number): number {
  return logBetaTerm(x, a, b, complement) - Math.log(continuedFraction(x, a, b, complement))
}

/** The continued fraction by the modified Lentz method. */
function continuedFraction(x: number, a: number, b: number, complement: number): number {
  const excess = a * complement - b * x + 1
  let value = (a * excess) / (a + 1)
  let c = value
  let d = 0
  for (let m = 1; m <= 100_000; m++) {
    const odd = a + 2 * m - 1
    const top = (((a + m - 1) * (a + b + m - 1)) / (odd * odd)) * m * (b - m) * x * x
    const bottom = m + (m * (b - m) * x) / odd + ((a + m) * (excess + m * (2 - x))) / (odd + 2)
    d = 1 / (bottom + top * d)
    c = bottom + top / c
    const change = c * d
    value *= change
    if (Math.abs(change - 1) <= 4e-16) return value
  }
  return fail(
    'LB_DOMAIN',
    `I_x(a, b) did not converge at x = ${x}, a = ${a}, b = ${b}; a and b must be below about 1e9`,
  )
}
