import { partnerOf, sourcesOf } from '../../kit/sources.ts'
import { columnOf, readTable, type Table, writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, required } from '../../kit/text.ts'

/** Each row of the first table with the columns of every row of the second that has its key; without one, empty cells. */
export default async function run(task: Task): Promise<void> {
  const partner = await partnerOf(task, ['.csv'])
  const name = (await sourcesOf(task, ['.csv'])).find((source) => source !== partner)
  if (name === undefined) throw new Error(`found no table beside ${partner} to join it to`)
  const [first, second] = [await readTable(name), await readTable(partner)]
  const key = columnOf(first, required(task.input.on, 'on'))
  const added = second.columns.filter((column) => column !== columnOf(second, key))
  const names = added.map((column) => (first.columns.includes(column) ? `${column}_2` : column))
  const matches = rowsByKey(second, key)
  const rows = first.rows.flatMap((row) =>
    (matches.get((row[key] ?? '').trim()) ?? [{}]).map((match) => ({
      ...row,
      ...Object.fromEntries(added.map((column, i) => [names[i]!, match[column] ?? ''])),
    })),
  )
  await writeTable(outputName(task.input, 'joined.csv'), { columns: [...first.columns, ...names], rows })
}

function rowsByKey({ rows }: Table, key: string): Map<string, Record<string, string>[]> {
  const byKey = new Map<string, Record<string, string>[]>()
  for (const row of rows) {
    const value = (row[key] ?? '').trim()
    if (value !== '') byKey.set(value, [...(byKey.get(value) ?? []), row])
  }
  return byKey
}
