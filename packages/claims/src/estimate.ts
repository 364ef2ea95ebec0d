import type { Claim, Estimate, EvidenceKind, Interval } from '@lawbook/schemas'
import { numberOf } from './printed.ts'

/** The two nested intervals that a claim is judged by. */
export type Intervals = { readonly value: number; readonly i90: Interval; readonly i995: Interval }

/** Standard normal quantiles: 97.5 %, 95 % and 99.75 %. */
const [z95, z90, z995] = [1.959963985, 1.644853627, 2.807033768]

/**
 * The intervals of an estimate, or null where it has none. Arithmetic may have no width. A value printed with an
 * interval of its own is met by the interval of the difference: the printed standard error, read from the interval as
 * a 95 % one (the usual level; papers seldom say), is added in quadrature at each end.
 */
export function intervalsOf({ value, i90, i995 }: Estimate, claim: Claim, evidence: EvidenceKind): Intervals | null {
  const width: Interval | null = value !== null && evidence === 'arithmetic' ? [value, value] : null
  const [inner, outer] = [i90 ?? width, i995 ?? width] as [Interval | null, Interval | null]
  if (value === null || inner === null || outer === null) return null
  const se = printedStandardError(claim)
  return { value, i90: widened(value, inner, z90 * se), i995: widened(value, outer, z995 * se) }
}

function printedStandardError({ interval }: Claim): number {
  if (interval === undefined) return 0
  const [lo, hi] = interval as [string, string]
  return Math.abs(numberOf(hi) - numberOf(lo)) / (2 * z95)
}

function widened(value: number, [lo, hi]: Interval, by: number): Interval {
  if (by === 0) return [lo, hi]
  return [value - Math.sqrt(square(value - lo) + square(by)), value + Math.sqrt(square(hi - value) + square(by))]
}

function square(x: number): number {
  return x * x
}
