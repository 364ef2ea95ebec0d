import type { Sample } from './sample.ts'

/**
 * What predicts: n rows of `columns` numbers. `fixed` designs are known without y; `trained` ones are computed from the
 * rows of other units, `leftOut` being those that must not be seen. A row with a NaN is predicted by nobody and left out.
 */
export type Design =
  | { readonly kind: 'fixed'; readonly columns: number; readonly values: Float64Array }
  | { readonly kind: 'trained'; readonly columns: number; readonly from: (leftOut: readonly number[]) => Float64Array }

/** A design of columns of n numbers that need no training. */
export function fixedDesign(columns: readonly ArrayLike<number>[]): Design {
  return { kind: 'fixed', columns: columns.length, values: byRow(columns) }
}

/** A design of columns that are made anew for every training set. */
export function trainedDesign(
  columns: number,
  make: (leftOut: readonly number[]) => readonly ArrayLike<number>[],
): Design {
  return { kind: 'trained', columns, from: (leftOut) => byRow(make(leftOut)) }
}

/** Columns beside one another, row by row. */
function byRow(columns: readonly ArrayLike<number>[]): Float64Array {
  const p = columns.length
  const n = columns[0]!.length
  const values = new Float64Array(n * p)
  for (let j = 0; j < p; j++) for (let i = 0; i < n; i++) values[i * p + j] = columns[j]![i]!
  return values
}

/** A column of ones. */
export function ones({ y }: Sample): Float64Array {
  return new Float64Array(y.length).fill(1)
}

/** A column for each of some groups of rows: `values` where the row is of the group, 0 elsewhere. */
export function byGroup(values: Float64Array, group: Int32Array, groups: number): Float64Array[] {
  return Array.from({ length: groups }, (_, g) => values.map((value, i) => (group[i] === g ? value : 0)))
}
