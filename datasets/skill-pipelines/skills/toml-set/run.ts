import { isDeepStrictEqual } from 'node:util'
import { parse, stringify } from 'smol-toml'
import { isObject, keysAt } from '../../kit/json.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, readText, required, writeBytes } from '../../kit/text.ts'
import { withLine } from '../../kit/tomlLines.ts'

/** One key set, the rest as it was: by a change of its line where that does it, else by writing the document anew. */
export default async function run(task: Task): Promise<void> {
  const { input } = task
  const [path, value] = [required(input.path, 'path'), required(input.value, 'value')]
  const text = await readText(await sourceOf(task, ['.toml']))
  const document = parse(text)
  const keys = keysAt(document, path) ?? path.split('.')
  const wanted = withValue(document, keys, value) as Record<string, unknown>
  const edited = withLine(text, keys, stringify({ value }).slice('value = '.length).trim())
  await writeBytes(outputName(input, 'updated.toml'), says(edited, wanted) ? edited : stringify(wanted))
}

function withValue(old: unknown, keys: readonly string[], value: unknown): unknown {
  const [key, ...rest] = keys
  if (key === undefined) {
    if (isObject(old) && Object.keys(old).length > 0) throw new Error('the path is that of a table: name a key in it')
    return value
  }
  if (Array.isArray(old)) {
    if (old[Number(key)] === undefined) throw new Error(`there is no item ${key} in the list`)
    return old.map((item, i) => (String(i) === key ? withValue(item, rest, value) : item))
  }
  if (old !== undefined && !isObject(old)) throw new Error(`there can be no "${key}" below a plain value`)
  return { ...old, [key]: withValue(old?.[key], rest, value) }
}

function says(text: string, wanted: unknown): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value))
  try {
    return isDeepStrictEqual(plain(parse(text)), plain(wanted))
  } catch {
    return false
  }
}
