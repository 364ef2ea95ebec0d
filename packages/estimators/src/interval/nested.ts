import { fail } from '@lawbook/base'
import { type Estimate, type Interval, studentInterval } from './student.ts'

/** A value with the pair of intervals that verdicts are made from: i90 inside i995. */
export type Nested = { value: number; i90: Interval; i995: Interval }

/** Whether the rule that reads the intervals can fail on both sides (value, range) or on one (threshold, sign). */
export type Sided = 'one' | 'two'

/** Probability in each tail of the 90 % interval: its lower limit alone is a one-sided 95 % bound. */
export const innerTail = 0.05

/**
 * Probability in each tail of the 99.5 % interval, so that a true statement is contradicted in at most .5 % of samples:
 * .25 % for two-sided rules, .5 % for one-sided ones, divided by the number of statements judged together (Bonferroni).
 */
export function outerTail(sided: Sided, parts = 1): number {
  if (!Number.isInteger(parts) || parts < 1)
    fail('LB_DOMAIN', `cannot judge ${parts} statements together; give 1 or more`)
  return (sided === 'one' ? 0.005 : 0.0025) / parts
}

/**
 * The project's pair of Student intervals of one estimate. `parts` is the number of statements judged together, for the
 * outer interval. i90 lies inside i995 because its tails are wider and `transform` is monotone. `value` is mapped back.
 */
export function nestedIntervals({
  parts = 1,
  sided,
  ...estimate
}: Estimate & { parts?: number; sided: Sided }): Nested {
  const { value, transform } = estimate
  return {
    value: transform === undefined ? value : transform.inverse(value),
    i90: studentInterval({ ...estimate, tail: innerTail }),
    i995: studentInterval({ ...estimate, tail: outerTail(sided, parts) }),
  }
}

/**
 * The pair of intervals of "every part is above the line": componentwise minima (intersection-union test, Berger 1982;
 * never a bootstrap of the minimum). For any line c, min lo_k > c iff every part's lower limit passes, at 5 % without
 * correction, since all must pass; and min hi_k < c iff some part's upper limit fails, for which each part must have
 * been made with `parts` = their number. The upper limit of i90 is not corrected so: it is no bound by itself when
 * parts are nearly equal (docs/tables/coverage-minima.md). Throws LB_DOMAIN without parts.
 */
export function intersection(parts: readonly Nested[]): Nested {
  return componentwise(parts, (a, b) => Math.min(a, b))
}

/** The pair of intervals of "every part is below the line": componentwise maxima, the mirror of `intersection`. */
export function union(parts: readonly Nested[]): Nested {
  return componentwise(parts, (a, b) => Math.max(a, b))
}

function componentwise(parts: readonly Nested[], pick: (a: number, b: number) => number): Nested {
  if (parts.length === 0) fail('LB_DOMAIN', 'no parts to combine; give at least one interval')
  const pair = (a: Interval, b: Interval): Interval => [pick(a[0], b[0]), pick(a[1], b[1])]
  return parts.reduce((a, b) => ({
    value: pick(a.value, b.value),
    i90: pair(a.i90, b.i90),
    i995: pair(a.i995, b.i995),
  }))
}
