import { fail } from '@lawbook/base'
import { seriesStyles } from '../theme/palette.ts'

/** Groups of rows that are told apart, in a fixed order. */
export type Series = {
  /** The column that holds the key of a row's group. */
  readonly field: string
  /** Key -> the name that readers see. The order of the keys fixes colour, shape and dash. */
  readonly names: Readonly<Record<string, string>>
  /** A legend above the panel, or none where lines carry their names (`endLabels`) or rows do. */
  readonly legend: boolean
}

/** Declare the series of a figure. At most seven: beyond that nobody tells them apart, use small multiples. */
export function series(options: {
  readonly field: string
  readonly names: Readonly<Record<string, string>>
  readonly legend?: boolean
}): Series {
  const count = Object.keys(options.names).length
  if (count === 0 || count > seriesStyles.length) {
    fail('LB_FIGURE', `a panel with ${count} series; allowed are 1 to ${seriesStyles.length}: use smallMultiples`)
  }
  return { legend: false, ...options }
}

/** The colour channel of a series. All of its channels share field, domain and legend, so that Vega-Lite merges them. */
export function colourOf(by: Series) {
  return channel(by, (style) => style.colour)
}

/** The colour channel for text, dark enough to read. Its scale must stay apart from that of the marks. */
export function inkOf(by: Series) {
  return { ...channel(by, (style) => style.ink), legend: null }
}

export function shapeOf(by: Series) {
  return channel(by, (style) => style.shape)
}

export function dashOf(by: Series) {
  return channel(by, (style) => [...style.dash])
}

function channel<T>(by: Series, pick: (style: (typeof seriesStyles)[number]) => T) {
  const keys = Object.keys(by.names)
  return {
    field: by.field,
    type: 'nominal' as const,
    scale: { domain: keys, range: keys.map((_, i) => pick(seriesStyles[i]!)) },
    legend: by.legend ? { title: null, labelExpr: `(${JSON.stringify(by.names)})[datum.value]` } : null,
  }
}
