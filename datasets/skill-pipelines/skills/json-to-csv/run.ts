import { isObject, listKeys, readJson, valueAt } from '../../kit/json.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** A list of objects as a table: inner objects become dotted columns, inner lists stay JSON within their cell. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, ['.json'])
  const document = await readJson(source)
  const list = valueAt(document, listKeys(document, task.input.path)) as unknown[]
  if (list.length === 0 || !list.every(isObject)) throw new Error(`${source} has no list of objects for a table`)
  const rows = list.map((item) => Object.fromEntries(cells(item, '')))
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  await writeTable(outputName(task.input, 'table.csv'), { columns, rows })
}

function cells(item: object, prefix: string): [string, string][] {
  return Object.entries(item).flatMap(([key, value]): [string, string][] => {
    if (isObject(value)) return cells(value, `${prefix}${key}.`)
    return [[prefix + key, value === null ? '' : Array.isArray(value) ? JSON.stringify(value) : String(value)]]
  })
}
