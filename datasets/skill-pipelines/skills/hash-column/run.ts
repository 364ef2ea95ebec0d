import { createHmac } from 'node:crypto'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, outputName, required } from '../../kit/text.ts'

/** Each cell of a column replaced by the first 16 hexadecimal characters of its HMAC-SHA256; empty cells stay empty. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const key = required(input.key, 'key')
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = listOf(required(input.by, 'by')).map((name) => columnOf(table, name))
  const rows = table.rows.map((row) => ({
    ...row,
    ...Object.fromEntries(columns.map((column) => [column, hashed(row[column] ?? '', key)])),
  }))
  await writeTable(outputName(input, 'hashed.csv'), { columns: table.columns, rows })
}

function hashed(cell: string, key: string): string {
  return cell === '' ? '' : createHmac('sha256', key).update(cell).digest('hex').slice(0, 16)
}
