import {
  axis,
  contextLines,
  greys,
  intervalRule,
  type Layer,
  line,
  logAxis,
  type Panel,
  type Position,
  panel,
  points,
  type Series,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'

type Size = { readonly width: number; readonly height: number }

/** Success on a common axis of shares; the title stands at the first panel of a row only. */
export const shareAxis = (title: string | null, domain: readonly [number, number] = [0, 1]): Position =>
  axis({ field: 'y', title, domain, format: '.0%' })

/** A logarithmic axis over the places of some rows, a little wider than they are. */
export function resourceAxis(
  rows: readonly Row[],
  title: string,
  ticks?: readonly number[],
  label?: 'plain' | 'power',
) {
  const places = rows.map(({ x }) => Number(x))
  const [low, high] = [Math.min(...places), Math.max(...places)]
  const slack = Math.exp(0.06 * Math.log(high / low))
  return logAxis({
    field: 'x',
    title,
    domain: [low / slack, high * slack],
    ...(ticks === undefined ? {} : { ticks }),
    ...(label === undefined ? {} : { label }),
  })
}

/** Measured points with their intervals, and the line in ln x through them; grey: the curves behind a mean. */
export function sweepPanel(options: {
  readonly rows: readonly Row[]
  readonly behind?: readonly Row[]
  readonly x: Position
  readonly y: Position
  readonly by: Series
  readonly size: Size
  readonly title: string
  /** Points joined by lines in place of the fitted line: where no line is claimed. */
  readonly joined?: boolean
}): Panel {
  const { rows, behind = [], x, y, by, size, title, joined = false } = options
  const grey = behind.length === 0 ? [] : [contextLines({ x, y, group: 'curve', rows: behind })]
  return panel({
    ...size,
    rows,
    title,
    layers: [
      ...grey,
      line({ x, y: joined ? y : { ...y, field: 'fitted' }, by }),
      intervalRule({ x, y, lo: 'lo', hi: 'hi', by, along: 'y', weight: 'inner' }),
      points({ x, y, by }),
    ],
  })
}

/** Small grey points: what stands beside and is not told apart. */
export function greyPoints(rows: readonly Row[], x: Position, y: Position): Layer {
  return {
    data: { values: [...rows] },
    mark: { type: 'point', color: greys.quiet, filled: true, size: 8, clip: true },
    encoding: { x, y },
  }
}
