import { sourceOf } from '../../kit/sources.ts'
import { columnOf, meets, readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, required } from '../../kit/text.ts'

/** The rows that meet a condition, in their old order. */
export default async function run(task: Task): Promise<void> {
  const where = required(task.input.where, 'where')
  const table = await readTable(await sourceOf(task, ['.csv']))
  const column = columnOf(table, where.field)
  const rows = table.rows.filter((row) => meets(row[column], where))
  await writeTable(outputName(task.input, 'filtered.csv'), { columns: table.columns, rows })
}
