import { greys } from '../theme/palette.ts'
import { dataOf, type Layer, type Position, type Rows } from './types.ts'

/**
 * Thin grey lines, one for each value of a column: what a reader should see the coloured series among, without telling
 * them apart.
 */
export function contextLines({
  x,
  y,
  group,
  rows,
}: Rows & { readonly x: Position; readonly y: Position; readonly group: string }): Layer {
  return {
    ...dataOf(rows),
    mark: { type: 'line', clip: true, strokeWidth: 0.6, color: greys.quiet, opacity: 0.55 },
    encoding: { x, y, detail: { field: group } },
  }
}
