import { isObject, readJson, writeJson } from '../../kit/json.ts'
import { sourceAndPartner } from '../../kit/partner.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

type Found = { kind: 'added' | 'removed' | 'changed'; path: string; value: unknown }

/** What the second file has more, less and otherwise than the first, by dotted path. */
export default async function run(task: Task): Promise<void> {
  const [older, newer] = await sourceAndPartner(task, ['.json'])
  const all = differences(await readJson(older), await readJson(newer), '')
  const of = (kind: Found['kind']): Record<string, unknown> =>
    Object.fromEntries(all.filter((found) => found.kind === kind).map(({ path, value }) => [path, value]))
  await writeJson(outputName(task.input, 'diff.json'), {
    added: of('added'),
    removed: of('removed'),
    changed: of('changed'),
  })
}

function differences(from: unknown, to: unknown, path: string): Found[] {
  const both = (isObject(from) && isObject(to)) || (Array.isArray(from) && Array.isArray(to))
  if (!both) return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ kind: 'changed', path, value: { from, to } }]
  const [old, now] = [from, to] as Record<string, unknown>[]
  const keys = [...new Set([...Object.keys(old!), ...Object.keys(now!)])]
  return keys.flatMap((key) => {
    const at = path === '' ? key : `${path}.${key}`
    if (!Object.hasOwn(old!, key)) return [{ kind: 'added', path: at, value: now![key] }]
    if (!Object.hasOwn(now!, key)) return [{ kind: 'removed', path: at, value: old![key] }]
    return differences(old![key], now![key], at)
  })
}
