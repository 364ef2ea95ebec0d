import {
  axis,
  categoryAxis,
  fixed,
  intervalRule,
  type Layer,
  points as marks,
  type Position,
  panel,
  panelLetter,
  referenceLine,
  type Series,
} from '@lawbook/figures'
import type { Measure, Row } from '@lawbook/schemas'

/** What every caption has to say of its intervals. */
export const jackknifed = {
  interval: 'delete-one-package jackknife, t with G_eff − 1 degrees of freedom',
  level: '90 % (thick) and 99.5 % (thin)',
  resampled: 'packages of the right skills; routers are held fixed',
}

/** What every caption has to say of the requests. */
export const intended =
  'Every original request counts: one whose skill was removed cannot be answered. Mean over judged routers and both wordings, which count equally.'

/** How many requests a measure speaks of. */
export const requestsText = (measure: Measure | undefined): string => `${measure?.n ?? 0} requests`

/** The steps in their order, short enough for a row. */
export const stepNames: Readonly<Record<'authors' | 'ours', readonly string[]>> = {
  authors: ['nearest-neighbour audit', 'boundary rewriting', 'abstract removal', 'prompt anchoring'],
  ours: ['merging', 'boundary wording', 'trimming', 'anchoring'],
}
export const optimiserNames = { authors: 'authors’ rules', ours: 'our steps' } as const

/** A row's value with its 90 % interval, '−3.1 (−5.0 to −1.2)'. */
export function rowText(row: Row | undefined, digits = 1): string {
  const value = fixed(row?.value, digits)
  return typeof row?.lo90 === 'number' ? `${value} (${fixed(row.lo90, digits)} to ${fixed(row.hi90, digits)})` : value
}

/** Rows with the name of their step by place; `all` for the sum. */
export function byStep(rows: readonly Row[], optimiser: 'authors' | 'ours', outcome: string): Row[] {
  const names = [...stepNames[optimiser], 'all four']
  return rows
    .filter((row) => row.optimiser === optimiser && row.outcome === outcome)
    .map((row) => ({ ...row, name: names[Number(row.place)]! }))
}

/** A domain that holds all ends and zero, rounded outwards to a multiple of `to`; `to` on either side where all are zero. */
export function domainOf(rows: readonly Row[], to: number): [number, number] {
  const ends = rows.flatMap(({ value, lo995, hi995 }) => [value, lo995, hi995]).filter((end) => typeof end === 'number')
  const [low, high] = [Math.floor(Math.min(0, ...ends) / to) * to, Math.ceil(Math.max(0, ...ends) / to) * to]
  return low < high ? [low, high] : [-to, to]
}

/** Layers whose series stand below one another within a row of a category axis. */
export function offsetBy(field: string, keys: readonly string[], layers: readonly Layer[]): Layer[] {
  const yOffset = { field, scale: { domain: [...keys] } }
  return layers.map((layer) => ({ ...layer, encoding: { ...layer.encoding, yOffset } }) as Layer)
}

/** A forest plot: a row a name, a point with two intervals a series, and a line at zero. */
export function forest(options: {
  readonly rows: readonly Row[]
  readonly names: readonly string[]
  readonly by: Series
  readonly title: string
  readonly xTitle: string
  readonly domain: readonly [number, number]
  readonly width: number
  readonly rowHeight: number
  readonly labels?: boolean
}) {
  const { rows, names, by, title, xTitle, domain, width, rowHeight, labels = true } = options
  const x = axis({ field: 'value', title: xTitle, domain })
  const named = categoryAxis({ field: 'name', title: null, names: Object.fromEntries(names.map((one) => [one, one])) })
  const y: Position = labels ? named : { ...named, axis: { ...named.axis, labels: false } }
  return panel({
    width,
    height: rowHeight * names.length,
    title,
    rows,
    layers: [
      referenceLine({ across: 'x', position: x, at: 0 }),
      ...offsetBy(by.field, Object.keys(by.names), [
        intervalRule({ x, y, lo: 'lo995', hi: 'hi995', by, along: 'x', weight: 'outer' }),
        intervalRule({ x, y, lo: 'lo90', hi: 'hi90', by, along: 'x', weight: 'inner' }),
        marks({ x, y, by }),
      ]),
    ],
  })
}

/** '(a) authors’ rules'. */
export const lettered = (k: number, title: string): string => `${panelLetter(k)} ${title}`
