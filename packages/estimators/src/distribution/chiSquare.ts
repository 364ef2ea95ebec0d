import { fail } from '@lawbook/base'
import { incompleteGamma, incompleteGammaUpper } from './incompleteGamma.ts'

/**
 * The chi-square distribution function P(X <= x) with df > 0 degrees of freedom (fractional allowed): P(df / 2, x / 2),
 * for x >= 0. Accurate in the lower tail. Throws LB_DOMAIN outside.
 */
export function chiSquareCdf(x: number, df: number): number {
  check(x, df)
  return incompleteGamma(x / 2, df / 2)
}

/**
 * The chi-square upper tail P(X > x), with all its digits down to 1e-300: the p-value of McNemar's, of G and of
 * likelihood-ratio tests. Throws LB_DOMAIN for x < 0 and for df outside (0, 2e8].
 */
export function chiSquareUpperTail(x: number, df: number): number {
  check(x, df)
  return incompleteGammaUpper(x / 2, df / 2)
}

function check(x: number, df: number): void {
  if (!(x >= 0 && df > 0 && df <= 2e8))
    fail('LB_DOMAIN', `no chi-square of ${x} with ${df} degrees of freedom; it must be >= 0, they in (0, 2e8]`)
}
