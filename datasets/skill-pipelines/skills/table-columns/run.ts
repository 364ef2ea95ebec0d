import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** The columns in `keep` without those in `drop`, under the names of `rename`. */
export default async function run(task: Task): Promise<void> {
  const { keep, drop = [], rename = {} } = task.input
  if (keep === undefined && drop.length === 0 && Object.keys(rename).length === 0) {
    throw new Error('needs "keep", "drop" or "rename"')
  }
  const table = await readTable(await sourceOf(task, ['.csv']))
  const dropped = drop.map((name) => columnOf(table, name))
  const kept = (keep ?? table.columns).map((name) => columnOf(table, name)).filter((name) => !dropped.includes(name))
  const stray = Object.keys(rename).find((name) => !kept.includes(name))
  if (stray !== undefined) throw new Error(`cannot rename "${stray}": it is not among the columns left`)
  const columns = kept.map((name) => rename[name] ?? name)
  if (columns.length === 0) throw new Error('no column would be left')
  if (new Set(columns).size < columns.length) throw new Error(`two columns would have one name: ${columns.join(', ')}`)
  const rows = table.rows.map((row) => Object.fromEntries(kept.map((name, i) => [columns[i]!, row[name] ?? ''])))
  await writeTable(outputName(task.input, 'columns.csv'), { columns, rows })
}
