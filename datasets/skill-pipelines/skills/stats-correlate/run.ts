import { sampleCorrelation } from 'simple-statistics'
import { numbersOf, numericColumns, pairsOf } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { readTable, type Table, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { numberText, outputName } from '../../kit/text.ts'

/** The matrix of Pearson coefficients, each over the rows in which both columns hold numbers. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  const columns = task.input.keep ?? numericColumns(table)
  if (columns.length < 2) throw new Error(`needs two or more columns of numbers, found ${columns.length}`)
  for (const column of columns) numbersOf(table, column)
  const rows = columns.map((row) => ({
    ...Object.fromEntries(columns.map((column) => [column, coefficient(table, row, column)])),
    column: row,
  }))
  await writeTable(outputName(task.input, 'correlation.csv'), { columns: ['column', ...columns], rows })
}

function coefficient(table: Table, a: string, b: string): string {
  const pairs = pairsOf(table, a, b)
  const [x, y] = [pairs.map(([u]) => u), pairs.map(([, v]) => v)]
  if (new Set(x).size < 2 || new Set(y).size < 2) return ''
  return a === b ? '1' : numberText(sampleCorrelation(x, y))
}
