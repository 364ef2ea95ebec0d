import { parse } from 'yaml'
import { readText, writeTable } from '../../../../../kit/solve.ts'

type Leaves = Map<string, string>
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Every leaf of a document by its path, as JSON. */
function leaves(value: unknown, path: string, found: Leaves): Leaves {
  if (isMap(value))
    for (const [key, part] of Object.entries(value)) leaves(part, path === '' ? key : `${path}.${key}`, found)
  else if (Array.isArray(value))
    for (const item of value) leaves(item, `${path}[${String(isMap(item) ? item.name : item)}]`, found)
  else found.set(path, JSON.stringify(value))
  return found
}

function shown(path: string, value: string | undefined): string {
  if (value === undefined) return ''
  return /token|secret|password/i.test(path.split('.').at(-1)!) ? '***' : value
}

/** List the leaves in which two documents differ. */
export default async function solve(): Promise<void> {
  const read = async (name: string): Promise<Leaves> => {
    const document: unknown = parse(await readText(name))
    if (!isMap(document)) throw new Error(`${name} is no map`)
    return leaves(document, '', new Map())
  }
  const [old, now] = [await read('base.yaml'), await read('overlay.yaml')]
  const paths = [...new Set([...old.keys(), ...now.keys()])].filter((path) => old.get(path) !== now.get(path)).sort()
  const rows = paths.map((path) => {
    const kind = !old.has(path) ? 'added' : now.has(path) ? 'changed' : 'removed'
    return { path, kind, old: shown(path, old.get(path)), new: shown(path, now.get(path)) }
  })
  await writeTable('changes.csv', ['path', 'kind', 'old', 'new'], rows)
}
