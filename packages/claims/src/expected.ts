import { fail, round10 } from '@lawbook/base'
import type { Claim } from '@lawbook/schemas'
import { halfWidthOf, numberOf } from './printed.ts'

/**
 * A part of the real line; null = unbounded. An end that equals the neutral value is open (no effect is not on either
 * side of itself); every other end is closed. Ends carry 10 significant digits, like every number they are compared to.
 */
export type Region = { readonly lo: number | null; readonly hi: number | null }

/** What a claim allows, in the unit of its measure. */
export type Expected = {
  /** The values that agree with the claim. */
  readonly allowed: Region
  /** The values on the claimed side of the neutral value; contains `allowed`, and equals it where there is no null. */
  readonly direction: Region
  /** Half a unit of the last printed digit (of the coarser end of a range); null where no number is printed. */
  readonly halfWidth: number | null
  readonly unit: string
  /** The value that means "no effect"; 0 for a sign or an ordering that names none. */
  readonly neutral: number | null
}

/**
 * The regions of a claim, derived from its printed digits, kind and tolerance. With v the printed number, h its
 * half-width and t the neutral value:
 * value [v-h-m, v+h+m], m = |v-t|/4 under the rule quarter and 0 under rounding; ratio [v/1.25, 1.25 v], which is
 * ln v ± ln 1.25, under the rule ratio and [v-h, v+h] under rounding; range [lo-h, hi+h]; threshold [v, ∞) or
 * (-∞, v] without h; sign and ordering [d, ∞), open at t when d = t, with d the margin; form (-∞, d], an upper bound on
 * a deviation; count [v, v]. The direction is the side of t on which the allowed values lie.
 * Throws LB_SCHEMA for a claim whose number does not fit its kind.
 */
export function expected(claim: Claim): Expected {
  const neutral = claim.neutral ?? (claim.kind === 'sign' || claim.kind === 'ordering' ? 0 : null)
  const allowed = rounded(allowedBy(claim, neutral))
  const direction = sideOf(allowed, neutral)
  return { allowed, direction, halfWidth: printedHalfWidth(claim), unit: claim.unit, neutral }
}

function allowedBy(claim: Claim, neutral: number | null): Region {
  const margin = claim.tolerance.value
  switch (claim.kind) {
    case 'value': {
      const slack = claim.tolerance.rule === 'quarter' && neutral !== null ? Math.abs(one(claim) - neutral) / 4 : 0
      return around(one(claim), (printedHalfWidth(claim) ?? 0) + slack)
    }
    case 'ratio':
      return claim.tolerance.rule === 'ratio'
        ? { lo: one(claim) / ratioFactor, hi: one(claim) * ratioFactor }
        : around(one(claim), printedHalfWidth(claim) ?? 0)
    case 'range': {
      const [lo, hi] = two(claim)
      return { lo: numberOf(lo) - halfWidthOf(lo), hi: numberOf(hi) + halfWidthOf(hi) }
    }
    case 'threshold':
      return claim.side === 'below' ? { lo: null, hi: one(claim) } : { lo: one(claim), hi: null }
    case 'sign':
    case 'ordering':
      return { lo: margin ?? neutral, hi: null }
    case 'form':
      return { lo: null, hi: margin }
    case 'count':
      return around(one(claim), 0)
  }
}

/** "About 4x" allows this factor either way. */
export const ratioFactor = 1.25

function around(v: number, reach: number): Region {
  return { lo: v - reach, hi: v + reach }
}

function sideOf(allowed: Region, neutral: number | null): Region {
  if (neutral === null) return allowed
  if (allowed.lo !== null && allowed.lo >= neutral) return { lo: neutral, hi: null }
  if (allowed.hi !== null && allowed.hi <= neutral) return { lo: null, hi: neutral }
  return allowed
}

function rounded({ lo, hi }: Region): Region {
  return { lo: lo === null ? null : round10(lo), hi: hi === null ? null : round10(hi) }
}

function printedHalfWidth({ number }: Claim): number | null {
  return number === null ? null : Math.max(...[number].flat().map(halfWidthOf))
}

function one({ id, kind, number }: Claim): number {
  if (typeof number !== 'string') fail('LB_SCHEMA', `claim ${id} is a ${kind}; "number" must be one printed number`)
  return numberOf(number)
}

function two({ id, number }: Claim): readonly [string, string] {
  if (!Array.isArray(number)) fail('LB_SCHEMA', `claim ${id} is a range; "number" must be two printed numbers`)
  return number as [string, string]
}
