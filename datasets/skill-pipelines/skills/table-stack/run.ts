import { sourcesOf } from '../../kit/sources.ts'
import { readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** The rows of two or more tables with the same columns, one table under the other. */
export default async function run(task: Task): Promise<void> {
  const names = await sourcesOf(task, ['.csv'])
  if (names.length < 2) throw new Error(`needs two or more tables to stack, found only ${names[0]}`)
  const tables = await Promise.all(names.map(readTable))
  const columns = tables[0]!.columns
  const odd = tables.findIndex((table) => [...table.columns].sort().join('\n') !== [...columns].sort().join('\n'))
  if (odd > 0) throw new Error(`${names[odd]} has other columns than ${names[0]}`)
  await writeTable(outputName(task.input, 'stacked.csv'), { columns, rows: tables.flatMap((table) => table.rows) })
}
