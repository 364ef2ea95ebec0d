import { readJson, writeJson } from '../../kit/json.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** Nested keys as dotted keys of one level; a list of objects becomes a list of flat objects. */
export default async function run(task: Task): Promise<void> {
  const source = await sourceOf(task, ['.json'])
  const document = await readJson(source)
  if (typeof document !== 'object' || document === null) throw new Error(`${source} holds a single value`)
  const flat = Array.isArray(document) && document.every(isInner) ? document.map(flattened) : flattened(document)
  await writeJson(outputName(task.input, 'flat.json'), flat)
}

function flattened(document: unknown): Record<string, unknown> {
  const pairs = ends(document, '')
  const names = new Set(pairs.map(([name]) => name))
  if (names.size < pairs.length) throw new Error('two keys become the same dotted key')
  return Object.fromEntries(pairs)
}

/** Empty objects and lists are ends: dropping them would lose a key. */
function ends(value: unknown, path: string): [string, unknown][] {
  if (!isInner(value)) return [[path, value]]
  return Object.entries(value as object).flatMap(([key, inner]) => ends(inner, path === '' ? key : `${path}.${key}`))
}

function isInner(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0
}
