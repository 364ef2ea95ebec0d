import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, outputName } from '../../kit/text.ts'

/** The first row of each combination of values in `by`, by default in all columns. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const by = listOf(task.input.by).map((name) => columnOf(table, name))
  const columns = by.length > 0 ? by : table.columns
  const seen = new Set<string>()
  const rows = table.rows.filter((row) => {
    const key = JSON.stringify(columns.map((column) => row[column] ?? ''))
    return !seen.has(key) && seen.add(key)
  })
  await writeTable(outputName(task.input, 'unique.csv'), { columns: table.columns, rows })
}
