import { fail, round10 } from '@lawbook/base'
import { csvFormatRows, csvParseRows } from 'd3-dsv'

/** A cell of a tidy table: null is missing, written as nothing. */
export type Cell = string | number | boolean | null
export type Row = Readonly<Record<string, Cell>>

/**
 * Tidy rows as CSV: a header, one line a row, numbers at 10 significant digits, missing as an empty cell, booleans as
 * true and false. All rows have the keys of the first. A text that would be read back as something else ("", "true",
 * "007") is refused with LB_SCHEMA, as CSV cannot tell it from a number.
 */
export function tableToCsv(rows: readonly Row[], where: string): string {
  const columns = Object.keys(rows[0] ?? {})
  const lines = rows.map((row, i) => {
    const keys = Object.keys(row)
    if (keys.length !== columns.length || keys.some((key) => !columns.includes(key))) {
      fail(
        'LB_SCHEMA',
        `row ${i} of ${where} has the columns ${keys.join(', ')}; the first row has ${columns.join(', ')}`,
      )
    }
    return columns.map((column) => cellText(row[column] ?? null, `${where}, row ${i}, column ${column}`))
  })
  return `${csvFormatRows([columns, ...lines])}\n`
}

function cellText(cell: Cell, where: string): string {
  if (cell === null) return ''
  if (typeof cell === 'string' && readCell(cell) !== cell)
    fail(
      'LB_SCHEMA',
      `${where} is the text ${JSON.stringify(cell)}, which a CSV file would give back as ${readCell(cell)}; write a number, a boolean or null, or a text that cannot be taken for one`,
    )
  if (typeof cell !== 'number') return String(cell)
  if (!Number.isFinite(cell)) fail('LB_NOT_FINITE', `${where} is ${cell}; write null and give a reason in the notes`)
  return String(round10(cell))
}

const numberPattern = /^-?\d+(\.\d+)?(e[-+]?\d+)?$/

/**
 * The rows of a CSV written by `tableToCsv`: numbers become numbers, empty cells null, true and false booleans. A row
 * with more or fewer cells than the header is LB_SCHEMA.
 */
export function csvToTable(csv: string, where = 'the CSV file'): Row[] {
  const [columns, ...lines] = csvParseRows(csv)
  if (columns === undefined) return []
  return lines.map((line, row) => {
    if (line.length !== columns.length)
      fail('LB_SCHEMA', `row ${row} of ${where} has ${line.length} cells; its header has ${columns.length}`)
    return Object.fromEntries(columns.map((column, i) => [column, readCell(line[i]!)]))
  })
}

/** The header of any CSV text and how many rows follow it, whatever their cells hold. An empty text has no columns. */
export function csvShape(csv: string): { columns: string[]; rows: number } {
  const [columns = [], ...lines] = csvParseRows(csv)
  return { columns, rows: lines.length }
}

function readCell(cell: string): Cell {
  if (cell === '') return null
  if (cell === 'true' || cell === 'false') return cell === 'true'
  const number = Number(cell)
  return numberPattern.test(cell) && Number.isFinite(number) ? number : cell
}
