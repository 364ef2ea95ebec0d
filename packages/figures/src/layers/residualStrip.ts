import type { Row } from '@lawbook/schemas'
import { points } from './curves.ts'
import { type Panel, panel } from './panel.ts'
import { referenceLine } from './reference.ts'
import type { Series } from './series.ts'
import type { Position } from './types.ts'

/**
 * A low panel of residuals (measured − fitted) about a line at zero, to stand under a fit: same x, same width. `y` is
 * the axis of the residuals, with a domain around zero.
 */
export function residualStrip(options: {
  readonly width: number
  readonly height: number
  readonly x: Position
  readonly y: Position
  readonly by: Series
  readonly rows: readonly Row[]
}): Panel {
  const { width, height, x, y, by, rows } = options
  const zero = referenceLine({ across: 'y', position: y, at: 0 })
  return panel({ width, height, rows, layers: [zero, points({ x, y, by: { ...by, legend: false } })] })
}
