import { clusterJackknife, type Nested, nestedIntervals } from '@lawbook/estimators'

/** A pair of nested intervals, or null where the statistic does not exist on all of the data. */
export type Judged = Nested | null

/** A vector of statistics with its delete-one-package jackknife; entries that do not exist are NaN. */
export type Jackknifed = { readonly value: Float64Array; readonly se: Float64Array; readonly df: number }

/** Jackknife over packages: `counts` are the requests of each, `statistic(g)` is the vector without package g. */
export function byPackage(counts: ArrayLike<number>, statistic: (leftOut: number | null) => Float64Array): Jackknifed {
  const clusters = Int32Array.from(Array.from(counts, (n, g) => Array.from({ length: n }, () => g)).flat())
  return clusterJackknife({ clusters, statistic })
}

/** The intervals of one entry. `sided` and `parts` as in `nestedIntervals`. */
export function judgedAt({ value, se, df }: Jackknifed, at: number, sided: 'one' | 'two', parts = 1): Judged {
  if (!Number.isFinite(value[at]) || !Number.isFinite(se[at])) return null
  return nestedIntervals({ value: value[at]!, se: se[at]!, df, sided, parts })
}

/** Several as one, entry by entry of value and limits; null without any or if one is null. */
export function combined(list: readonly Judged[], pick: (values: number[]) => number): Judged {
  const known = list.filter((one) => one !== null)
  if (known.length === 0 || known.length < list.length) return null
  const end = (key: 'i90' | 'i995', side: 0 | 1): number => pick(known.map((one) => one[key][side]))
  return {
    value: pick(known.map(({ value }) => value)),
    i90: [end('i90', 0), end('i90', 1)],
    i995: [end('i995', 0), end('i995', 1)],
  }
}

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}
