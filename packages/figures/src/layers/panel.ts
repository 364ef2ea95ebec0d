import type { Row } from '@lawbook/schemas'
import type { NonNormalizedSpec } from 'vega-lite/types_unstable/spec/index.js'
import { dataOf, type Layer } from './types.ts'

/** A part of a figure: a panel, panels above or beside one another, or small multiples. */
export type Panel = NonNormalizedSpec

/** Layers over one pair of axes, drawn in the order given. Width and height are those of the plot area, in points. */
export function panel(options: {
  readonly width: number
  readonly height: number
  readonly layers: readonly Layer[]
  readonly rows?: readonly Row[]
  /** "(a) accuracy": above the panel, at its left. */
  readonly title?: string
}): Panel {
  const { width, height, layers, rows, title } = options
  return { ...dataOf(rows), ...(title === undefined ? {} : { title }), width, height, layer: [...layers] }
}

/** Panels above one another, their plot areas aligned: a curve over its residuals. */
export function above(...panels: readonly Panel[]): Panel {
  return { vconcat: [...panels] }
}

/** Panels beside one another. */
export function beside(...panels: readonly Panel[]): Panel {
  return { hconcat: [...panels] }
}
