import { sourceOf } from '../../kit/sources.ts'
import { readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

const nothing = /^(n\/a|na|null|none|-)?$/i
const amount = /^([-+]?)\s*(?:[$€£]\s*)?([-+]?)((?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?:\s*[$€£])?$/

/** Cells trimmed, words for nothing emptied, amounts as plain numbers; rows without any cell left are dropped. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = table.columns.map((column) => column.trim())
  const rows = table.rows
    .map((row) => Object.fromEntries(columns.map((column, i) => [column, cleaned(row[table.columns[i]!] ?? '')])))
    .filter((row) => columns.some((column) => row[column] !== ''))
  await writeTable(outputName(task.input, 'clean.csv'), { columns, rows })
}

function cleaned(cell: string): string {
  const text = cell.trim()
  if (nothing.test(text)) return ''
  const found = /[$€£,]/.test(text) ? amount.exec(text) : null
  if (found === null) return text
  const [, before, after, digits] = found
  return `${before}${after}${digits!.replaceAll(',', '')}`
}
