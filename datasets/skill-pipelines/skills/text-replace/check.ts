import { sameText } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'
import { substituted } from '../../checks/substitution.ts'

/** The source with every match exchanged and nothing else touched. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.txt', '.md'], (name) => {
    const source = textOf(step.before, sourcesOf(step, ['.txt', '.md'])[0]!)
    const wanted = substituted(source, String(step.input.pattern), String(step.input.replacement))
    if (wanted === null) return ['the pattern occurs nowhere in the source']
    const [found, lines] = [textOf(step.after, name), wanted.split('\n')]
    if (sameText(found, wanted)) return []
    const at = found.split('\n').findIndex((line, i) => line !== lines[i])
    return [`line ${at < 0 ? lines.length : at + 1} of ${name} is not what the replacement gives`]
  })
}
