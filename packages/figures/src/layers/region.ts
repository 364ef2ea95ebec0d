import type { Layer, Position } from './types.ts'

/** A shaded stretch of the x axis with a label at its top: rows that were held out of a fit. First among the layers. */
export function region(options: {
  readonly x: Position
  readonly from: number
  readonly to: number
  readonly label: string
}): Layer {
  const { x, from, to, label } = options
  const rows = [{ [x.field]: from, to, label }]
  return {
    data: { values: rows },
    layer: [
      { mark: { type: 'rect', style: 'region', clip: true }, encoding: { x, x2: { field: 'to' } } },
      {
        mark: { type: 'text', style: 'region-label', align: 'left', baseline: 'top', dx: 3, y: 2 },
        encoding: { x, text: { field: 'label' } },
      },
    ],
  }
}
