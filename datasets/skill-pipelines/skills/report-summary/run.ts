import { sourceOf } from '../../kit/sources.ts'
import { columnOf, compareCells, numberOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, numberText, outputName, writeBytes } from '../../kit/text.ts'

type Row = Readonly<Record<string, string>>

/** A short report on a table: rows, columns, totals and means of the columns of numbers, the totals per group of `by`. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const name = await sourceOf(task, ['.csv'])
  const table = await readTable(name)
  const groupings = listOf(input.by).map((column) => columnOf(table, column))
  const numeric = table.columns.filter((column) => !groupings.includes(column) && isNumeric(table.rows, column))
  const totals = numeric.map((column) => {
    const filled = table.rows.filter((row) => numberOf(row[column]) !== null).length
    return [column, numberText(totalOf(table.rows, column)), numberText(totalOf(table.rows, column) / filled)]
  })
  const parts = [
    `# ${input.title ?? `Summary of ${name}`}`,
    `- Rows: ${table.rows.length}\n- Columns: ${table.columns.join(', ')}`,
    ...(numeric.length === 0 ? [] : ['## Totals', markdownTable(['column', 'total', 'mean'], totals)]),
    ...groupings.flatMap((column) => [`## By ${column}`, groupTable(table.rows, column, numeric)]),
  ]
  await writeBytes(outputName(input, 'summary.md'), `${parts.join('\n\n')}\n`)
}

/** Numbers wherever the column is filled, and filled at least once. */
function isNumeric(rows: readonly Row[], column: string): boolean {
  const cells = rows.map((row) => row[column] ?? '').filter((cell) => cell.trim() !== '')
  return cells.length > 0 && cells.every((cell) => numberOf(cell) !== null)
}

function totalOf(rows: readonly Row[], column: string): number {
  return rows.reduce((sum, row) => sum + (numberOf(row[column]) ?? 0), 0)
}

function groupTable(rows: readonly Row[], column: string, numeric: readonly string[]): string {
  const names = [...new Set(rows.map((row) => row[column] ?? ''))].sort(compareCells)
  const lines = names.map((name) => {
    const group = rows.filter((row) => (row[column] ?? '') === name)
    return [name || '(blank)', String(group.length), ...numeric.map((one) => numberText(totalOf(group, one)))]
  })
  return markdownTable([column, 'rows', ...numeric], lines)
}

function markdownTable(header: readonly string[], rows: readonly string[][]): string {
  const ruling = header.map((_, i) => (i === 0 ? '---' : '---:'))
  const bars = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [header, ruling, ...rows].map(bars).join('\n')
}
