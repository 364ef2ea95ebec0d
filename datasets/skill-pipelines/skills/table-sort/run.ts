import { ordered } from '../../kit/order.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, outputName, required } from '../../kit/text.ts'

/** Rows in order of columns; empty cells last in both orders; equals keep their order. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = listOf(required(input.by, 'by')).map((name) => columnOf(table, name))
  const rows = ordered(table.rows, columns, input.order, (row, column) => row[column] ?? '')
  await writeTable(outputName(input, 'sorted.csv'), { columns: table.columns, rows })
}
