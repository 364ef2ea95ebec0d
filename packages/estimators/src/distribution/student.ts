import { fail } from '@lawbook/base'
import { incompleteBeta } from './beta.ts'
import { betaLogOdds } from './betaQuantile.ts'

/**
 * Student's t distribution function P(T <= t) with df > 0 degrees of freedom (fractional allowed):
 * I_{df / (df + t^2)}(df / 2, 1/2) / 2 for t <= 0, accurate in the lower tail for |t| < 1e150; for the upper one,
 * P(T > t), take studentCdf(-t, df). Throws LB_DOMAIN for df <= 0.
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0)) fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; they must be above 0`)
  const square = t * t
  const tail = 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square))
  return t <= 0 ? tail : 1 - tail
}

/**
 * Student's t quantile: t with P(T <= t) = p, for 0 < p < 1, to about 1e-12 relative; infinite beyond the largest
 * double. For an upper tail use -studentQuantile(tail, df), which keeps every digit. With x = df / (df + t^2) it is the
 * beta quantile of twice the tail, and t^2 = df (1 - x) / x. Throws LB_DOMAIN outside.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) fail('LB_DOMAIN', `cannot take the t quantile at ${p}; p must be in (0, 1)`)
  if (!(df > 0)) fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; they must be above 0`)
  if (p === 0.5) return 0
  const size = Math.sqrt(df) * Math.exp(-betaLogOdds(2 * Math.min(p, 1 - p), df / 2, 0.5) / 2)
  return p < 0.5 ? -size : size
}
