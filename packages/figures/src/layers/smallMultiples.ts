import type { Row } from '@lawbook/schemas'
import type { Panel } from './panel.ts'
import type { Layer } from './types.ts'

/**
 * One panel for each value of a column, with shared axes. Vega-Lite facets one table only, so the tables are stacked
 * into one with a column `kind`, and each layer sees the rows of its own kind; columns that a kind lacks are null.
 * Layers with rows of their own (reference lines, regions) are drawn in every panel.
 */
export function smallMultiples<K extends string>(options: {
  readonly by: string
  /** Value of the column -> heading, in the order of the panels. */
  readonly names: Readonly<Record<string, string>>
  readonly columns: number
  /** The width that one row of panels shares, and the height of one panel. */
  readonly width: number
  readonly height: number
  readonly tables: Readonly<Record<K, readonly Row[]>>
  readonly layers: (only: (kind: K, layer: Layer) => Layer) => readonly Layer[]
}): Panel {
  const { by, names, columns, width, height, tables, layers } = options
  const only = (kind: K, layer: Layer): Layer => ({ ...layer, transform: [{ filter: { field: 'kind', equal: kind } }] })
  return {
    data: { values: stackTables(tables) },
    facet: {
      field: by,
      type: 'nominal',
      sort: Object.keys(names),
      header: { title: null, labelExpr: `(${JSON.stringify(names)})[datum.value]` },
    },
    columns,
    spec: { width: width / columns, height, layer: [...layers(only)] },
  }
}

/** Several tables as one: the column `kind` says which, and every row has every column. */
export function stackTables(tables: Readonly<Record<string, readonly Row[]>>): Row[] {
  const columns = new Set(Object.values(tables).flatMap((rows) => rows.flatMap((row) => Object.keys(row))))
  const empty = Object.fromEntries([...columns].map((column) => [column, null]))
  return Object.entries(tables).flatMap(([kind, rows]) => rows.map((row) => ({ ...empty, ...row, kind })))
}
