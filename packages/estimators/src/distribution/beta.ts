import { fail } from '@lawbook/base'
import { logBeta } from './gamma.ts'

/**
 * The regularised incomplete beta function I_x(a, b), for 0 <= x <= 1 and a, b > 0: the probability that a
 * Beta(a, b) variable is at most x. Give `complement` = 1 - x when you know it more exactly than subtraction does.
 * Continued fraction of Didonato and Morris (1992, ACM Algorithm 708), with I_x(a, b) = 1 - I_{1-x}(b, a) where it
 * converges faster. Throws LB_DOMAIN outside.
 */
export function incompleteBeta(x: number, a: number, b: number, complement = 1 - x): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0))
    fail('LB_DOMAIN', `cannot take I_x(a, b) at x = ${x}, a = ${a}, b = ${b}; x must be in [0, 1], a and b above 0`)
  if (x === 0 || complement === 0) return x === 0 ? 0 : 1
  if (x > a / (a + b)) return 1 - lowerTail(complement, b, a, x)
  return lowerTail(x, a, b, complement)
}

function lowerTail(x: number, a: number, b: number, complement: number): number {
  const front = Math.exp(a * logOf(x, complement) + b * logOf(complement, x) - logBeta(a, b))
  return front === 0 ? 0 : front / continuedFraction(x, a, b, complement)
}

/** ln x, through the complement where x is near 1. */
function logOf(x: number, complement: number): number {
  return x > 0.5 ? Math.log1p(-complement) : Math.log(x)
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
