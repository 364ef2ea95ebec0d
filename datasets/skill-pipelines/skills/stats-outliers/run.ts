import { numbersOf, quantileOf } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { numberOf, readTable, type Table, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, outputName, required } from '../../kit/text.ts'

/** The rows outside Tukey's fences in any of the columns. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const fences = listOf(required(task.input.by, 'by')).map((column) => ({ column, ...fencesOf(table, column) }))
  const rows = table.rows.filter((row) =>
    fences.some(({ column, low, high }) => {
      const value = numberOf(row[column])
      return value !== null && (value < low || value > high)
    }),
  )
  await writeTable(outputName(task.input, 'outliers.csv'), { columns: table.columns, rows })
}

/** One and a half interquartile ranges beyond the quartiles, and a hair more: a value on a fence is not outside it. */
function fencesOf(table: Table, column: string): { low: number; high: number } {
  const values = numbersOf(table, column)
  const [q1, q3] = [quantileOf(values, 0.25), quantileOf(values, 0.75)]
  const reach = 1.5 * (q3 - q1) + 1e-9
  return { low: q1 - reach, high: q3 + reach }
}
