import { parse } from 'smol-toml'
import { leavesOf, nodesOf, sameJson } from '../../checks/json.ts'
import { judgeFirst } from '../../checks/sourced.ts'
import { type Step, textOf } from '../../checks/step.ts'

/** The key holds the value, and every other end of the document is what it was. */
export default function check(step: Step): string[] {
  return judgeFirst(step, ['.toml'], ['.toml'], (source, product) => {
    const [old, made] = [parse(textOf(step.before, source)), parse(textOf(step.after, product))]
    const path = String(step.input.path)
    const held = nodesOf(made)
    if (!held.has(path)) return [`${product} has no ${path}`]
    if (!sameJson(held.get(path), step.input.value)) return [`${path} of ${product} is ${String(held.get(path))}`]
    const [before, after] = [othersOf(old, path), othersOf(made, path)]
    const wrong = [...before].find(([other, value]) => !after.has(other) || !sameJson(after.get(other), value))
    if (wrong !== undefined) return [`${product} changed ${wrong[0]} too`]
    const extra = [...after.keys()].find((other) => !before.has(other))
    return extra === undefined ? [] : [`${product} has ${extra}, which nobody asked for`]
  })
}

/** The ends neither at nor below the path; an empty table on the way to it is no end of its own. */
function othersOf(document: unknown, path: string): Map<string, unknown> {
  const apart = (at: string): boolean => at !== '' && !`${at}.`.startsWith(`${path}.`) && !path.startsWith(`${at}.`)
  return new Map([...leavesOf(document)].filter(([at]) => apart(at)))
}
