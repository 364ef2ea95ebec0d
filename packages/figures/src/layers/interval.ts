import { colourOf, type Series } from './series.ts'
import { dataOf, type Layer, type Position, type Rows } from './types.ts'

type Interval = Rows & {
  readonly x: Position
  readonly y: Position
  /** The columns of the lower and upper end, computed by the experiment. */
  readonly lo: string
  readonly hi: string
  readonly by: Series
}

/** A band between two columns of y along x, a series a band. */
export function band({ x, y, lo, hi, by, rows }: Interval): Layer {
  return {
    ...dataOf(rows),
    mark: { type: 'area', clip: true },
    // The opacity as an encoding: from a style of the theme it would reach the symbols of the legend.
    encoding: { x, y: { ...y, field: lo }, y2: { field: hi }, color: colourOf(by), fillOpacity: { value: 0.16 } },
  }
}

/**
 * A rule between two columns, along x or along y. `weight` outer is thin (the 99.5 % interval), inner thick (the 90 %
 * interval, drawn over it).
 */
export function intervalRule(
  options: Interval & { readonly along: 'x' | 'y'; readonly weight: 'inner' | 'outer' },
): Layer {
  const { x, y, lo, hi, by, along, weight, rows } = options
  const mark = { type: 'rule', style: weight, clip: true } as const
  const color = colourOf(by)
  return along === 'x'
    ? { ...dataOf(rows), mark, encoding: { x: { ...x, field: lo }, x2: { field: hi }, y, color } }
    : { ...dataOf(rows), mark, encoding: { x, y: { ...y, field: lo }, y2: { field: hi }, color } }
}
