import { jsonOf, leavesOf, sameJson } from '../../checks/json.ts'
import { judgeFirst } from '../../checks/sourced.ts'
import type { Step } from '../../checks/step.ts'

/** One level of keys, and the same ends under the same dotted names as the source. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.json'], ['.json'], (source, product) => {
    const [old, made] = [jsonOf(step.before, source), jsonOf(step.after, product)]
    if (!Array.isArray(made)) return against(old, made, product)
    if (!Array.isArray(old) || old.length !== made.length)
      return [`${product} does not have one item for each of ${source}`]
    return made.flatMap((item, i) => against(old[i], item, `item ${i} of ${product}`)).slice(0, 3)
  })
}

function against(old: unknown, made: unknown, what: string): string[] {
  if (typeof made !== 'object' || made === null || Array.isArray(made)) return [`${what} is not an object of flat keys`]
  const wanted = new Map([...leavesOf(old)].map(([path, value]) => [plain(path), value]))
  const values = Object.entries(made)
  const deep = values.find(([, value]) => typeof value === 'object' && value !== null && Object.keys(value).length > 0)
  if (deep !== undefined) return [`${what} is still nested at ${deep[0]}`]
  const wrong = values.find(([path, value]) => !wanted.has(plain(path)) || !sameJson(wanted.get(plain(path)), value))
  if (wrong !== undefined) return [`${what} has another value at ${wrong[0]}`]
  return values.length === wanted.size ? [] : [`${what} has ${values.length} keys instead of ${wanted.size}`]
}

/** `items[0].sku` and `items.0.sku` are the same name. */
function plain(path: string): string {
  return path.replace(/\[(\d+)\]/g, '.$1').replace(/^\./, '')
}
