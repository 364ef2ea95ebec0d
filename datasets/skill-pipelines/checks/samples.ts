import { cellNumber } from './numbers.ts'
import type { Row, Table } from './rows.ts'

/** The numbers of a column; cells that are none are left out. */
export function sampleOf(rows: readonly Row[], column: string): number[] {
  return rows.map((row) => cellNumber(row[column])).filter((value) => Number.isFinite(value))
}

/** The columns with at least one number and nothing else but blanks. */
export function numericColumns({ columns, rows }: Table): string[] {
  return columns.filter((column) => {
    const blanks = rows.filter((row) => (row[column] ?? '').trim() === '').length
    return blanks < rows.length && sampleOf(rows, column).length === rows.length - blanks
  })
}

export function meanOf(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length
}

/** The sum of products of deviations from the means. */
export function codeviation(a: readonly number[], b: readonly number[]): number {
  const [ma, mb] = [meanOf(a), meanOf(b)]
  return a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0)
}

/** The quantile at p by linear interpolation between the order statistics around 1 + (n - 1)p. */
export function quantile(sample: readonly number[], p: number): number {
  const sorted = [...sample].sort((a, b) => a - b)
  const at = (sorted.length - 1) * p
  const below = sorted[Math.floor(at)]!
  return below + (at - Math.floor(at)) * (sorted[Math.min(Math.floor(at) + 1, sorted.length - 1)]! - below)
}
