import type { Layer, Position } from './types.ts'

/**
 * A dashed line at one value of an axis, across the panel: a printed number, or zero. `across` y is horizontal, its
 * label above or below the line at the start or end; `across` x is vertical, its label above the panel.
 */
export function referenceLine(options: {
  readonly across: 'x' | 'y'
  readonly position: Position
  readonly at: number
  readonly label?: string
  readonly labelAt?: 'start' | 'end'
  readonly labelSide?: 'above' | 'below'
}): Layer {
  const { across, position, at, label } = options
  const place = across === 'y' ? { y: position } : { x: position }
  const rule: Layer = { mark: { type: 'rule', style: 'reference' }, encoding: place }
  const data = { values: [{ [position.field]: at, label: label ?? null }] }
  if (label === undefined) return { data, ...rule }
  const text: Layer = { mark: labelMark(options), encoding: { ...place, text: { field: 'label' } } }
  return { data, layer: [rule, text] }
}

function labelMark({ across, labelAt = 'end', labelSide = 'above' }: Parameters<typeof referenceLine>[0]) {
  const mark = { type: 'text', style: 'reference-label' } as const
  if (across === 'x') return { ...mark, align: 'center', baseline: 'bottom', y: 0, dy: -2 } as const
  return {
    ...mark,
    align: labelAt === 'end' ? ('right' as const) : ('left' as const),
    x: labelAt === 'end' ? ('width' as const) : 0,
    baseline: labelSide === 'above' ? ('bottom' as const) : ('top' as const),
    dy: labelSide === 'above' ? -1.5 : 2.5,
  }
}
