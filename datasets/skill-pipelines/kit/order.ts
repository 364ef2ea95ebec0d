import { compareCells } from './tables.ts'

/** Rows in order of some columns: later ones decide between equals, empty cells last in both orders, ties keep their order. */
export function ordered<Row>(
  rows: readonly Row[],
  keys: readonly string[],
  order: 'ascending' | 'descending' | undefined,
  cellOf: (row: Row, key: string) => string,
): Row[] {
  const sign = order === 'descending' ? -1 : 1
  return [...rows].sort((a, b) => {
    for (const key of keys) {
      const [x, y] = [cellOf(a, key), cellOf(b, key)]
      const compared = compareCells(x, y) * (x === '' || y === '' ? 1 : sign)
      if (compared !== 0) return compared
    }
    return 0
  })
}
