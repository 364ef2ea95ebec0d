import { parse } from 'yaml'
import { readText, writeJson } from '../../../../../kit/solve.ts'

type Tree = Record<string, unknown>
const isMap = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Lay one map over another: null removes, maps merge, `key+` appends, all else replaces. */
function over(base: Tree, overlay: Tree): Tree {
  const merged: Tree = { ...base }
  for (const [key, value] of Object.entries(overlay)) {
    if (key.endsWith('+') && Array.isArray(value)) {
      const name = key.slice(0, -1)
      const old: unknown[] = Array.isArray(merged[name]) ? merged[name] : []
      merged[name] = [...new Set([...old, ...value])]
    } else if (value === null) delete merged[key]
    else if (isMap(value)) merged[key] = over(isMap(merged[key]) ? merged[key] : {}, value)
    else merged[key] = value
  }
  return merged
}

/** Merge the settings of an environment into the common ones. */
export default async function solve(): Promise<void> {
  const [base, overlay] = [parse(await readText('base.yaml')), parse(await readText('overlay.yaml'))] as unknown[]
  if (!isMap(base) || !isMap(overlay)) throw new Error('base.yaml and overlay.yaml must be maps')
  await writeJson('effective.json', over(base, overlay))
}
