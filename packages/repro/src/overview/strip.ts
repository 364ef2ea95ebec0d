import { round10 } from '@lawbook/base'
import type { DiffClaim, Measure } from '@lawbook/schemas'

type Span = readonly [number, number]
type Region = NonNullable<DiffClaim['expected']['allowed']>

/** A claim and its estimate on a scale of their own, in the unit of the measure. */
export type Strip = {
  /** The round numbers at the two ends of the scale; everything else lies between them. */
  readonly ends: Span
  /** The values that the verdict looks for, cut at the ends. */
  readonly looked: Span
  /** The claimed size where only its direction is judged; else null. */
  readonly claimed: Span | null
  /** The value that means no effect where it lies on the scale. */
  readonly neutral: number | null
  /** The end beyond which it lies where it does not. */
  readonly beyond: 'left' | 'right' | null
  readonly value: number
  readonly inner: Span
  readonly outer: Span
}

/**
 * The strip of a claim: its measure's value, 90 % and 99.5 % intervals beside what the rule looks for, which is the
 * allowed region, or the claimed direction where the size cannot be compared (`sized` false). Null where there is no
 * value, no interval or no region. Arithmetic may have no width. A paper's own printed interval is not in it.
 */
export function stripOf(expected: DiffClaim['expected'], sized: boolean, measure: Measure | null): Strip | null {
  const looked = sized ? expected.allowed : expected.direction
  if (measure === null || measure.value === null || looked === null || expected.allowed === null) return null
  const { value, evidence } = measure
  const width: Span | null = evidence === 'arithmetic' ? [value, value] : null
  const [inner, outer] = [measure.i90 ?? width, measure.i995 ?? width] as [Span | null, Span | null]
  if (inner === null || outer === null) return null
  const claimed = sized ? null : expected.allowed
  const limits = [looked, claimed].flatMap((region) => [region?.lo, region?.hi]).filter((x) => typeof x === 'number')
  const marks = [value, ...inner, ...outer, ...limits]
  const { neutral } = expected
  const near = neutral !== null && isNear(neutral, marks)
  const ends = endsOf(near ? [...marks, neutral] : marks, looked)
  return {
    ends,
    looked: cut(looked, ends),
    claimed: claimed === null ? null : cut(claimed, ends),
    neutral: near ? neutral : null,
    beyond: neutral === null || near ? null : neutral < ends[0] ? 'left' : 'right',
    value,
    inner,
    outer,
  }
}

/** A neutral value that is far away would squeeze everything else into a dot. */
function isNear(neutral: number, marks: readonly number[]): boolean {
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  return neutral >= least - 1.5 * (most - least) && neutral <= most + 1.5 * (most - least)
}

/** Round numbers around the marks, with room where the region is open; not below zero where no mark is. */
function endsOf(marks: readonly number[], { lo, hi }: Region): Span {
  const [least, most] = [Math.min(...marks), Math.max(...marks)]
  const reach = most > least ? most - least : Math.max(Math.abs(most) * 0.1, 1)
  const low = least - reach * (lo === null ? 0.2 : 0.06)
  const high = most + reach * (hi === null ? 0.2 : 0.06)
  const from = least >= 0 ? Math.max(low, 0) : low
  const step = roundStep((high - from) / 8)
  return [round10(Math.floor(from / step) * step), round10(Math.ceil(high / step) * step)]
}

/** The largest of 1, 2, 5 times a power of ten that is at most x. */
function roundStep(x: number): number {
  const exponent = Math.floor(Math.log10(x))
  const fits = [5, 2, 1].map((digit) => Number(`${digit}e${exponent}`)).find((step) => step <= x)
  return fits ?? Number(`1e${exponent}`)
}

function cut({ lo, hi }: Region, [left, right]: Span): Span {
  return [Math.max(lo ?? left, left), Math.min(hi ?? right, right)]
}
