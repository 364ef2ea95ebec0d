import { max, mean, min, sampleStandardDeviation } from 'simple-statistics'
import { writeJson } from '../../kit/json.ts'
import { numbersOf, numericColumns, quantileOf, rounded } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { readTable, type Table } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** Key figures: one object for one column named, a list for several or for all columns of numbers. */
export default async function run(task: Task): Promise<void> {
  const { by } = task.input
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = by ?? numericColumns(table)
  if (columns.length === 0) throw new Error('found no column of numbers to describe')
  const figures = typeof columns === 'string' ? described(table, columns) : columns.map((one) => described(table, one))
  await writeJson(outputName(task.input, 'describe.json'), figures)
}

function described(table: Table, column: string): Record<string, string | number | null> {
  const values = numbersOf(table, column)
  return {
    column,
    n: values.length,
    missing: table.rows.length - values.length,
    mean: rounded(mean(values)),
    sd: values.length < 2 ? null : rounded(sampleStandardDeviation(values)),
    min: rounded(min(values)),
    q1: rounded(quantileOf(values, 0.25)),
    median: rounded(quantileOf(values, 0.5)),
    q3: rounded(quantileOf(values, 0.75)),
    max: rounded(max(values)),
  }
}
