import { parse } from 'yaml'
import { jsonOf, leavesOf, sameJson } from '../../checks/json.ts'
import { judgeEach } from '../../checks/sourced.ts'
import { type Step, textOf } from '../../checks/step.ts'

/** The product says in JSON what the source says in YAML, end by end. */
export default function check(step: Step): string[] {
  return judgeEach(step, ['.yaml', '.yml'], ['.json'], (source, product) => {
    const [wanted, made] = [parse(textOf(step.before, source)), jsonOf(step.after, product)]
    if (sameJson(wanted, made)) return []
    const held = leavesOf(made)
    const wrong = [...leavesOf(wanted)].find(([path, value]) => !held.has(path) || !sameJson(held.get(path), value))
    return [`${product} differs from ${source} ${wrong === undefined ? 'by what it has more' : `at ${wrong[0]}`}`]
  })
}
