import { fail } from '@lawbook/base'
import { incompleteBeta } from './beta.ts'

/**
 * The binomial distribution function P(X <= k) of the successes in n independent trials of probability p: I_{1-p}(n -
 * k, k + 1), accurate in the lower tail. 0 for k < 0 and 1 for k >= n. Throws LB_DOMAIN unless k and n are integers,
 * n >= 0 and p in [0, 1].
 */
export function binomialCdf(k: number, n: number, p: number): number {
  check(k, n, p)
  if (k < 0 || k >= n) return k < 0 ? 0 : 1
  return incompleteBeta(1 - p, n - k, k + 1, p)
}

/**
 * The upper tail P(X > k), strictly above k, so that it and `binomialCdf` sum to 1: I_p(k + 1, n - k), with all its
 * digits down to 1e-300. For P(X >= k) give k - 1. Throws LB_DOMAIN as `binomialCdf`.
 */
export function binomialUpperTail(k: number, n: number, p: number): number {
  check(k, n, p)
  if (k < 0 || k >= n) return k < 0 ? 1 : 0
  return incompleteBeta(p, k + 1, n - k)
}

function check(k: number, n: number, p: number): void {
  if (!(Number.isInteger(k) && Number.isInteger(n) && n >= 0))
    fail('LB_DOMAIN', `no binomial tail at ${k} of ${n} trials; both must be integers and the trials at least 0`)
  if (!(p >= 0 && p <= 1)) fail('LB_DOMAIN', `a trial cannot succeed with probability ${p}; it must be in [0, 1]`)
}
