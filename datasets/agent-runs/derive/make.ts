import { byCodeUnit, fail } from '@lawbook/base'
import type { Cell, Row } from '@lawbook/schemas'
import type { AgentRow } from '../row.ts'

export { figure } from '../figure.ts'

/** The rows of one original file by its name: how every derivation reads. */
export type ReadFile = (file: string) => readonly Row[]

/** Tidy rows from the original files. */
export type Derivation = (read: ReadFile) => AgentRow[]

/** The number in a column; a cell that is none is LB_SCHEMA. */
export function number(row: Row, column: string): number {
  const cell = row[column]
  return typeof cell === 'number'
    ? cell
    : fail('LB_SCHEMA', `${column} is ${JSON.stringify(cell)}; it must be a number`)
}

/** The number in a column, null where the cell is empty. */
export function numberOrNull(row: Row, column: string): number | null {
  return row[column] == null ? null : number(row, column)
}

/** The text in a column; an empty cell is LB_SCHEMA. */
export function text(row: Row, column: string): string {
  const cell = row[column]
  return cell == null ? fail('LB_SCHEMA', `${column} is empty; it must hold a text`) : String(cell)
}

/** Per cent as a share. */
export function share(percent: Cell | undefined): number | null {
  return typeof percent === 'number' ? percent / 100 : null
}

/** Rows by the values of some columns, groups and rows in the order in which they come. */
export function groupBy(rows: readonly Row[], ...columns: readonly string[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column] ?? null))
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return groups
}

/** Mean, how many, and the standard deviation between them (null for fewer than two). */
export function spread(values: readonly number[]): Pick<AgentRow, 'y' | 'n' | 'sd'> {
  const n = values.length
  if (n === 0) return { y: null, n, sd: null }
  const y = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - y) * (value - y), 0)
  return { y, n, sd: n < 2 ? null : Math.sqrt(squares / (n - 1)) }
}

/**
 * The share of what was spent that went into solved tasks, U = sum c r / sum c, and the standard deviation of its
 * linearised terms (c r - U c) / mean(c): the standard error of U is sd / sqrt(n).
 */
export function usefulShare(tasks: readonly { cost: number; solved: number }[]): Pick<AgentRow, 'y' | 'n' | 'sd'> {
  const total = tasks.reduce((sum, { cost }) => sum + cost, 0)
  if (total === 0) return { y: null, n: tasks.length, sd: null }
  const y = tasks.reduce((sum, { cost, solved }) => sum + cost * solved, 0) / total
  const mean = total / tasks.length
  return { ...spread(tasks.map(({ cost, solved }) => (cost * solved - y * cost) / mean)), y }
}

/** How many times each value occurs, ascending. */
export function tally(values: readonly number[]): [value: number, count: number][] {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort(([a], [b]) => a - b)
}

/** Texts in the project's order, each once. */
export function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort(byCodeUnit)
}
