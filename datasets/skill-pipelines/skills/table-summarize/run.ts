import { mean, sum } from 'simple-statistics'
import { numbersOf } from '../../kit/samples.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, numberOf, readTable, type Table, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { listOf, numberText, outputName, required } from '../../kit/text.ts'

/** One row a group with totals, means and counts, the groups in order of appearance. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const table = await readTable(await sourceOf(task, ['.csv']))
  const by = listOf(required(input.by, 'by')).map((name) => columnOf(table, name))
  const [sums, means] = [figures(table, input.sum), figures(table, input.mean)]
  const counted = (input.count ?? false) !== false || sums.length + means.length === 0
  const columns = [...by, ...sums, ...means, ...(counted ? ['count'] : [])]
  if (new Set(columns).size < columns.length) throw new Error(`two columns would have one name: ${columns.join(', ')}`)
  const rows = groupsOf(table, by).map((rows) => ({
    ...Object.fromEntries(by.map((column) => [column, rows[0]![column] ?? ''])),
    ...Object.fromEntries(sums.map((column) => [column, figure(rows, column, sum)])),
    ...Object.fromEntries(means.map((column) => [column, figure(rows, column, mean)])),
    ...(counted ? { count: String(rows.length) } : {}),
  }))
  await writeTable(outputName(input, 'summary.csv'), { columns, rows })
}

/** The columns asked for; one without numbers throws. */
function figures(table: Table, asked: readonly string[] | string | undefined): string[] {
  return listOf(asked).filter((name) => numbersOf(table, name).length > 0)
}

function groupsOf({ rows }: Table, by: readonly string[]): Table['rows'][] {
  const groups = new Map<string, Record<string, string>[]>()
  for (const row of rows) {
    const key = JSON.stringify(by.map((column) => row[column] ?? ''))
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [row])
    else group.push(row)
  }
  return [...groups.values()]
}

function figure(rows: Table['rows'], column: string, of: (values: number[]) => number): string {
  const values = rows.map((row) => numberOf(row[column])).filter((value) => value !== null)
  return values.length === 0 ? '' : numberText(of(values))
}
