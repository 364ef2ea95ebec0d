import { convertEach } from '../../kit/convert.ts'
import { readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'

/** Each table as a list of objects: numbers as numbers, empty cells as null. */
export default async function run(task: Task): Promise<void> {
  await convertEach(task, ['.csv'], '.json', async (source) => {
    const { columns, rows } = await readTable(source)
    const items = rows.map((row) => Object.fromEntries(columns.map((column) => [column, typed(row[column] ?? '')])))
    return `${JSON.stringify(items, null, 2)}\n`
  })
}

/** Leading zeros, plus signs and very long digits belong to names (post codes, phone numbers), not to amounts. */
function typed(cell: string): string | number | null {
  if (cell.trim() === '') return null
  const number = /^-?(0|[1-9]\d*)(\.\d+)?$/.test(cell.trim()) ? Number(cell) : null
  return number !== null && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number : cell
}
