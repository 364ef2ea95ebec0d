import { fail } from '@lawbook/base'
import { type Interval, type Nested, nestedIntervals } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import { jackknife } from '@lawbook/sweeps'
import type { Book } from './evidence.ts'

/** A value with its jackknife standard error and degrees of freedom. */
export type Estimated = { readonly value: number; readonly se: number; readonly df: number }

/** The mean of a column over requests, wordings counted equally. */
export type At = (column: string) => number

/** Statistics of a book's column means, with the delete-one-cluster jackknife; one jackknife for all of them. */
export function estimates(book: Book, statistic: (at: At) => readonly number[]): Estimated[] {
  const place = new Map(book.columns.map((column, k) => [column, k]))
  const { value, se, df } = jackknife([book.sample], ([curve]) =>
    Float64Array.from(statistic((column) => curve![place.get(column) ?? missing(column)]!)),
  )
  return Array.from(value, (one, k) => ({ value: one, se: se[k]!, df }))
}

export const estimate = (book: Book, statistic: (at: At) => number): Estimated =>
  estimates(book, (at) => [statistic(at)])[0]!

const missing = (column: string): never =>
  fail('LB_DATA_MISSING', `the evidence lacks the column ${column}; observe the experiment again`)

/** a + factor * b of two independent samples, with Welch's and Satterthwaite's degrees of freedom. */
export function combined(a: Estimated, b: Estimated, factor: number): Estimated {
  const [first, second] = [a.se * a.se, factor * factor * b.se * b.se]
  const total = first + second
  const df = total > 0 ? (total * total) / ((first * first) / a.df + (second * second) / b.df) : Math.min(a.df, b.df)
  return { value: a.value + factor * b.value, se: Math.sqrt(total), df }
}

/** Both intervals; null where the estimate is no number. */
export function nested(one: Estimated, sided: 'one' | 'two'): Nested | null {
  return Number.isFinite(one.value) && Number.isFinite(one.se) ? nestedIntervals({ ...one, sided }) : null
}

/** An estimate as a measure holds it: an interval without width is no interval. */
export function asEstimate(one: Estimated | null, sided: 'one' | 'two' = 'one'): Estimate {
  const intervals = one === null ? null : nested(one, sided)
  if (intervals === null) return { value: null, i90: null, i995: null }
  const wide = ([low, high]: Interval): boolean => low < high
  const { value, i90, i995 } = intervals
  return wide(i90) ? { value, i90, i995 } : { value, i90: null, i995: null }
}
