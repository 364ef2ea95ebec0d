import { cellNumber } from './numbers.ts'

/** The place of the first row that belongs before its neighbour above, or -1. Empty cells go last in both orders. */
export function outOfOrder<Row>(
  rows: readonly Row[],
  by: readonly string[],
  order: unknown,
  cellOf: (row: Row, field: string) => string,
): number {
  const sign = order === 'descending' ? -1 : 1
  const wrong = (above: Row, below: Row): boolean => {
    for (const field of by) {
      const compared = compare(cellOf(above, field), cellOf(below, field), sign)
      if (compared !== 0) return compared > 0
    }
    return false
  }
  return rows.findIndex((row, i) => i > 0 && wrong(rows[i - 1]!, row))
}

function compare(x: string, y: string, sign: number): number {
  if (x === y) return 0
  if (x === '' || y === '') return x === '' ? 1 : -1
  const numbers = [cellNumber(x), cellNumber(y)] as const
  if (numbers.some(Number.isNaN)) {
    // Numbers go before text, as both are when a column is mixed.
    const mixed = Number(Number.isNaN(numbers[0])) - Number(Number.isNaN(numbers[1]))
    return (mixed === 0 ? (x < y ? -1 : 1) : mixed) * sign
  }
  return (numbers[0] - numbers[1]) * sign
}
