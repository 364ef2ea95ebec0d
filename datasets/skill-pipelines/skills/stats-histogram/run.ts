import { max, min } from 'simple-statistics'
import { numbersOf } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { numberText, outputName, required } from '../../kit/text.ts'

/** Counts of a column's numbers in bins of equal width from its least to its greatest. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const values = numbersOf(table, String(required(task.input.by, 'by')))
  const asked = task.input.groups ?? 10
  if (!Number.isInteger(asked) || asked < 1) throw new Error(`"groups" is ${asked}: give a whole number from 1`)
  const [least, greatest] = [min(values), max(values)]
  const groups = least === greatest ? 1 : asked
  const width = (greatest - least) / groups
  const binOf = (value: number): number => Math.min(groups - 1, Math.floor((value - least) / (width || 1)))
  const rows = Array.from({ length: groups }, (_, i) => ({
    from: numberText(least + i * width),
    to: numberText(i === groups - 1 ? greatest : least + (i + 1) * width),
    count: String(values.filter((value) => binOf(value) === i).length),
  }))
  await writeTable(outputName(task.input, 'histogram.csv'), { columns: ['from', 'to', 'count'], rows })
}
