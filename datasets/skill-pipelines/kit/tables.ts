import { csvFormatRows, csvParse } from 'd3-dsv'
import type { Where } from './task.ts'
import { readText, writeBytes } from './text.ts'

export type Table = { readonly columns: readonly string[]; readonly rows: readonly Record<string, string>[] }

/** A comma-separated file; a file without a header throws. */
export async function readTable(name: string): Promise<Table> {
  const parsed = csvParse(await readText(name))
  if (parsed.columns.length === 0 || parsed.columns[0] === '') throw new Error(`${name} has no header row`)
  return { columns: parsed.columns, rows: parsed as unknown as Record<string, string>[] }
}

export async function writeTable(name: string, { columns, rows }: Table): Promise<void> {
  await writeBytes(name, tableText({ columns, rows }))
}

export function tableText({ columns, rows }: Table): string {
  return `${csvFormatRows([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))])}\n`
}

/** A column that must be there. */
export function columnOf({ columns }: Table, name: string): string {
  if (!columns.includes(name)) throw new Error(`has no column "${name}"; it has ${columns.join(', ')}`)
  return name
}

/** A cell as a number, null if it is none. */
export function numberOf(cell: string | undefined): number | null {
  const text = cell?.trim() ?? ''
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text) : null
}

/** Numbers before text, numbers by size, text by code unit; blanks last. */
export function compareCells(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '')
  const [x, y] = [numberOf(a), numberOf(b)]
  if (x !== null && y !== null) return x - y
  if (x !== null || y !== null) return x === null ? 1 : -1
  return a < b ? -1 : a > b ? 1 : 0
}

/** Whether a value meets a condition: `above` and `below` are strict, `since` and `until` include their end. */
export function meets(cell: string | number | undefined, where: Where): boolean {
  const text = String(cell ?? '')
  const value = numberOf(text)
  if (where.is !== undefined) return equal(text, where.is)
  if (where.not !== undefined) return !equal(text, where.not)
  if (where.above !== undefined) return value !== null && value > where.above
  if (where.below !== undefined) return value !== null && value < where.below
  if (where.contains !== undefined) return text.toLowerCase().includes(where.contains.toLowerCase())
  if (where.since !== undefined) return text !== '' && text >= where.since
  if (where.until !== undefined) return text !== '' && text.slice(0, where.until.length) <= where.until
  throw new Error('needs a condition: one of is, not, above, below, contains, since, until')
}

/** A condition that names a number asks for the number, one that names a text for the very text. */
function equal(cell: string, value: string | number): boolean {
  const number = numberOf(cell)
  return typeof value === 'number' && number !== null ? number === value : cell === String(value)
}
