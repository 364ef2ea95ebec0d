import { round10 } from '@lawbook/base'
import type { Ranged } from './fitReport.ts'

const exponentOf = (x: number): number => Number(x.toExponential().split('e')[1])

/** No number is shown with more significant digits. */
const mostDigits = 6

/** A given number, which no interval rounds, as briefly as it can be said: 0.1 is "0.1", 0.123456789 is "0.123457". */
export const given = (x: number): string => String(Number(x.toPrecision(mostDigits)))

/**
 * A number rounded to 10^place, to at most six significant digits: `decimal(0.1234, -2)` is "0.12", `decimal(1234, 2)`
 * is "1200"; with a power of ten where plain digits would be a row of noughts.
 */
export function decimal(x: number, wished: number): string {
  const place = x === 0 ? wished : Math.max(wished, exponentOf(x) - mostDigits + 1)
  if (place > 6 || (x !== 0 && exponentOf(x) < -6)) {
    const digits = x === 0 ? 0 : exponentOf(x) - place
    return digits < 0 ? '0' : x.toExponential(Math.min(digits, 20))
  }
  if (place >= 0) return String(round10(Math.round(x / Number(`1e${place}`)) * Number(`1e${place}`)))
  const text = x.toFixed(Math.min(-place, 20))
  return /^-0\.?0*$/.test(text) ? text.slice(1) : text
}

/** A number to so many significant digits. */
export const significant = (x: number, digits: number): string => decimal(x, x === 0 ? 0 : exponentOf(x) - digits + 1)

/** The value and the ends of an interval as text; an end that the data do not give is null. */
type RangedText = { readonly value: string; readonly low: string | null; readonly high: string | null }

/**
 * A value rounded by its interval: the last digit is the second one of the nearer end's distance, so that no digit is
 * shown that the interval makes meaningless. Four significant digits where there is no interval.
 */
export function rounded({ value, low, high }: Ranged): RangedText {
  const reach = [low, high].flatMap((end) => (end === null ? [] : [Math.abs(end - value)])).filter((each) => each > 0)
  if (reach.length === 0) return { value: significant(value, 4), low: endText(low, 4), high: endText(high, 4) }
  const place = exponentOf(Math.min(...reach)) - 1
  const end = (x: number | null): string | null =>
    x === null ? null : decimal(x, Math.max(place, farPlace(x - value)))
  return { value: decimal(value, place), low: end(low), high: end(high) }
}

/** An end that is much farther off than the other one is shown to three digits of its distance. */
const farPlace = (distance: number): number => (distance === 0 ? Number.NEGATIVE_INFINITY : exponentOf(distance) - 2)

const endText = (x: number | null, digits: number): string | null => (x === null ? null : significant(x, digits))
