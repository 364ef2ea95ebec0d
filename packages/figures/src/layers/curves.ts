import { colourOf, dashOf, type Series, shapeOf } from './series.ts'
import { dataOf, type Layer, type Position, type Rows } from './types.ts'

type Curve = Rows & { readonly x: Position; readonly y: Position; readonly by: Series }

/** A line a series, straight between the rows in the order of x: no smoothing. Missing y breaks the line. */
export function line({ x, y, by, rows }: Curve): Layer {
  return {
    ...dataOf(rows),
    mark: { type: 'line', clip: true },
    encoding: { x, y, color: colourOf(by), strokeDash: dashOf(by) },
  }
}

/** A point a row, with the colour and shape of its series. */
export function points({ x, y, by, rows }: Curve): Layer {
  return { ...dataOf(rows), mark: { type: 'point' }, encoding: { x, y, color: colourOf(by), shape: shapeOf(by) } }
}
