import { parse } from 'yaml'
import { jsonOf, leavesOf, sameJson } from '../../checks/json.ts'
import { judgeEach } from '../../checks/sourced.ts'
import { type Step, textOf } from '../../checks/step.ts'

/** The product, read as YAML, is the source; JSON under another name does not count, though YAML would allow it. */
export default function check(step: Step): string[] {
  return judgeEach(step, ['.json'], ['.yaml', '.yml'], (source, product) => {
    const text = textOf(step.after, product)
    const wanted = jsonOf(step.before, source)
    if (text.trim().length > 2 && /^[{[]/.test(text.trim()) && isJson(text)) return [`${product} is still json`]
    const made: unknown = parse(text)
    if (sameJson(wanted, made)) return []
    const held = leavesOf(made)
    const wrong = [...leavesOf(wanted)].find(([path, value]) => !held.has(path) || !sameJson(held.get(path), value))
    return [`${product} differs from ${source} ${wrong === undefined ? 'by what it has more' : `at ${wrong[0]}`}`]
  })
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
