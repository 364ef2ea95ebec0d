import { fail } from '@lawbook/base'
import { incompleteBeta } from './beta.ts'
import { logBeta } from './gamma.ts'
import { normalQuantile } from './normal.ts'

/**
 * Student's t distribution function P(T <= t) with df > 0 degrees of freedom (fractional allowed):
 * I_{df / (df + t^2)}(df / 2, 1/2) / 2 for t <= 0, accurate in the lower tail. Throws LB_DOMAIN for df <= 0.
 */
export function studentCdf(t: number, df: number): number {
  if (!(df > 0)) fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; they must be above 0`)
  const square = t * t
  const tail = 0.5 * incompleteBeta(df / (df + square), df / 2, 0.5, square / (df + square))
  return t <= 0 ? tail : 1 - tail
}

/**
 * Student's t quantile: t with P(T <= t) = p, for 0 < p < 1, to about 1e-12 relative. For an upper tail use
 * -studentQuantile(tail, df), which keeps every digit. Newton's method on the log of the tail, inside a bracket.
 * Throws LB_DOMAIN outside.
 */
export function studentQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1)) fail('LB_DOMAIN', `cannot take the t quantile at ${p}; p must be in (0, 1)`)
  if (!(df > 0)) fail('LB_DOMAIN', `cannot use ${df} degrees of freedom; they must be above 0`)
  if (p === 0.5) return 0
  const tail = Math.min(p, 1 - p)
  const size = upperPoint(tail, df)
  return p < 0.5 ? -size : size
}

/** t > 0 with P(T > t) = tail < 1/2. The normal point is below it, since t has the heavier tail. */
function upperPoint(tail: number, df: number): number {
  let lower = 0
  let t = -normalQuantile(tail)
  let upper = t
  while (studentCdf(-upper, df) > tail) {
    lower = upper
    upper *= 2
  }
  const logNorm = -0.5 * Math.log(df) - logBeta(df / 2, 0.5)
  for (let i = 0; i < 200; i++) {
    const reached = studentCdf(-t, df)
    if (reached > tail) lower = t
    else upper = t
    const density = Math.exp(logNorm - ((df + 1) / 2) * Math.log1p((t * t) / df))
    const step = (Math.log(reached / tail) * reached) / density
    const next = t + step
    const moved = next > lower && next < upper ? next : (lower + upper) / 2
    if (Math.abs(moved - t) <= 1e-14 * t || upper - lower <= 1e-15 * upper) return moved
    t = moved
  }
  return t
}
