import { cellAt, keysAt, listKeys, readJson, valueAt, writeJson } from '../../kit/json.ts'
import { sourceOf } from '../../kit/sources.ts'
import { meets } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** What lies at a path; with a condition, the items of the list there that meet it. */
export default async function run(task: Task): Promise<void> {
  const { where, path } = task.input
  if (where === undefined && path === undefined) throw new Error('needs "path" or "where"')
  const document = await readJson(await sourceOf(task, ['.json']))
  await writeJson(outputName(task.input, 'query.json'), where === undefined ? found(document, path!) : listed())

  function listed(): unknown {
    const list = valueAt(document, listKeys(document, path)) as unknown[]
    return list.filter((item) => meets(cellAt(item, where!.field), where!))
  }
}

function found(document: unknown, path: string): unknown {
  const keys = keysAt(document, path)
  if (keys === null) throw new Error(`has nothing at "${path}"`)
  return valueAt(document, keys)
}
