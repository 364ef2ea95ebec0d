import { fail } from '@lawbook/base'
import { studentQuantile } from '../distribution/student.ts'

/** An interval, [lo, hi]. */
export type Interval = readonly [lo: number, hi: number]

/**
 * A monotone change of scale on which an estimate is closer to normal. The statistic is estimated and jackknifed on the
 * scale `forward` gives, so that value and se belong to it; interval limits are mapped back by `inverse`.
 */
export type Transform = { readonly forward: (x: number) => number; readonly inverse: (t: number) => number }

/**
 * ln(1 - x), for x < 1: a scale of R^2. With about fifteen effective clusters its intervals are too short where R^2 is
 * above .99, and lie below the truth too often from .97 on; on R^2 itself they are not
 * (docs/tables/coverage-r-squared.md).
 */
export const logOneMinus: Transform = { forward: (x) => Math.log1p(-x), inverse: (t) => -Math.expm1(t) }

/** ln x, for x > 0: the scale of ratios. */
export const logScale: Transform = { forward: Math.log, inverse: Math.exp }

/** An estimate on the scale on which it was made, with its standard error and (fractional) degrees of freedom. */
export type Estimate = { value: number; se: number; df: number; transform?: Transform }

/**
 * Student's interval with probability `tail` on each side: value -+ t_{1-tail, df} se, mapped back by the inverse of
 * `transform` when one is given (`value` and `se` are then on the transformed scale). Throws LB_DOMAIN for se < 0 or
 * not finite, and for tail outside (0, 1/2).
 */
export function studentInterval({ value, se, df, tail, transform }: Estimate & { tail: number }): Interval {
  const reach = tPoint(tail, df) * checkedError(value, se)
  const inverse = transform === undefined ? (t: number) => t : transform.inverse
  const [a, b] = [inverse(value - reach), inverse(value + reach)]
  return a <= b ? [a, b] : [b, a]
}

/** The upper t point t_{1-tail, df} for tail in (0, 1/2). Throws LB_DOMAIN outside. */
export function tPoint(tail: number, df: number): number {
  if (!(tail > 0 && tail < 0.5)) fail('LB_DOMAIN', `cannot leave ${tail} in each tail; it must be in (0, 0.5)`)
  return -studentQuantile(tail, df)
}

/** The standard error as given, if value and error can make an interval; else throws LB_DOMAIN. */
export function checkedError(value: number, se: number): number {
  if (!Number.isFinite(value) || !(se >= 0 && se < Number.POSITIVE_INFINITY))
    fail('LB_DOMAIN', `no interval around ${value} with standard error ${se}; both must be finite and the error >= 0`)
  return se
}
