import { fail } from '@lawbook/base'
import { incompleteBeta } from './beta.ts'
import { betaLogOdds } from './betaQuantile.ts'

/**
 * The distribution function P(F <= f) of Fisher's (Snedecor's) F with df1, df2 > 0 degrees of freedom, fractional
 * allowed: I_x(df1 / 2, df2 / 2) at x = df1 f / (df1 f + df2), for f >= 0. Accurate in the lower tail; for the upper
 * one use `fisherUpperTail`. Throws LB_DOMAIN outside.
 */
export function fisherCdf(f: number, df1: number, df2: number): number {
  const ratio = oddsOf(f, df1, df2)
  return incompleteBeta(1 / (1 + 1 / ratio), df1 / 2, df2 / 2, 1 / (1 + ratio))
}

/** The upper tail P(F > f), with all its digits down to 1e-300: the p-value of an F test. Throws as `fisherCdf`. */
export function fisherUpperTail(f: number, df1: number, df2: number): number {
  const ratio = oddsOf(f, df1, df2)
  return incompleteBeta(1 / (1 + ratio), df2 / 2, df1 / 2, 1 / (1 + 1 / ratio))
}

/**
 * The quantile of F: f with P(F <= f) = p, for 0 <= p < 1, to about 1e-12 relative. For a small upper tail use
 * `fisherUpperQuantile`. Throws LB_DOMAIN outside.
 */
export function fisherQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p < 1)) fail('LB_DOMAIN', `cannot take the F quantile at ${p}; p must be in [0, 1)`)
  checkDegrees(df1, df2)
  return Math.exp(betaLogOdds(p, df1 / 2, df2 / 2)) * (df2 / df1)
}

/** The upper quantile of F: f with P(F > f) = tail, for 0 < tail <= 1: the critical value. Throws LB_DOMAIN outside. */
export function fisherUpperQuantile(tail: number, df1: number, df2: number): number {
  if (!(tail > 0 && tail <= 1)) fail('LB_DOMAIN', `cannot take the upper F quantile at ${tail}; it must be in (0, 1]`)
  checkDegrees(df1, df2)
  return Math.exp(-betaLogOdds(tail, df2 / 2, df1 / 2)) * (df2 / df1)
}

/** df1 f / df2: the odds of the beta variable that F stands for. */
function oddsOf(f: number, df1: number, df2: number): number {
  checkDegrees(df1, df2)
  if (!(f >= 0)) fail('LB_DOMAIN', `F cannot be ${f}; it must be at least 0`)
  return (f * df1) / df2
}

function checkDegrees(df1: number, df2: number): void {
  if (!(df1 > 0 && df2 > 0 && df1 < Number.POSITIVE_INFINITY && df2 < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `cannot use ${df1} and ${df2} degrees of freedom; they must be finite and above 0`)
}
