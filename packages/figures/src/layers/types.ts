import type { Row } from '@lawbook/schemas'
import type { PositionFieldDef } from 'vega-lite/types_unstable/channeldef.js'
import type { LayerSpec, UnitSpec } from 'vega-lite/types_unstable/spec/index.js'

/** A position channel with its field, scale and axis, as `axis`, `logAxis` and `categoryAxis` make them. */
export type Position = PositionFieldDef<string> & { readonly field: string }

/** One layer, or several that belong together. */
export type Layer = UnitSpec<string> | LayerSpec<string>

/** The rows of a layer. Without them it draws the rows of its panel. */
export type Rows = { readonly rows?: readonly Row[] }

/** Rows as inline data, or nothing where the panel has them. */
export function dataOf(rows: readonly Row[] | undefined): { data?: { values: Row[] } } {
  return rows === undefined ? {} : { data: { values: [...rows] } }
}
