import { quantileSorted } from 'simple-statistics'
import { columnOf, numberOf, type Table } from './tables.ts'

/** The numbers of a column, in order of its rows; cells that are none are left out. A column without any number throws. */
export function numbersOf(table: Table, name: string): number[] {
  const column = columnOf(table, name)
  const numbers = table.rows.map((row) => numberOf(row[column])).filter((value) => value !== null)
  if (numbers.length === 0) throw new Error(`column "${name}" holds no numbers`)
  return numbers
}

/** The columns in which every filled cell is a number, and at least one is. */
export function numericColumns(table: Table): string[] {
  return table.columns.filter((column) => {
    const filled = table.rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
    return filled.length > 0 && filled.every((cell) => numberOf(cell) !== null)
  })
}

/** The rows in which both columns hold numbers, as pairs. */
export function pairsOf(table: Table, a: string, b: string): [number, number][] {
  const [x, y] = [columnOf(table, a), columnOf(table, b)]
  return table.rows.flatMap((row) => {
    const [u, v] = [numberOf(row[x]), numberOf(row[y])]
    return u === null || v === null ? [] : [[u, v] as [number, number]]
  })
}

/** A number as written to a document: at most six decimals. */
export function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6
}

/** The quantile at p by linear interpolation between neighbours in the sorted sample (definition 7 of Hyndman and Fan). */
export function quantileOf(values: readonly number[], p: number): number {
  return quantileSorted(
    [...values].sort((a, b) => a - b),
    p,
  )
}
