import { parsed, sameProgram } from '../../checks/programs.ts'
import { codeOf, judgeEach, scriptsOf } from '../../checks/scripts.ts'
import type { Step } from '../../checks/step.ts'

/**
 * For each TypeScript file a product that is plain JavaScript, does the same, and adds nothing of its own. What the source
 * does is read by the library that the implementation uses as well: a mistake of that library is seen by neither.
 */
export default function check(step: Step): string[] {
  return judgeEach(step, { sources: scriptsOf(step, ['.ts']), endings: ['.js', '.mjs'] }, (source, product, name) => {
    if (!isPlain(product)) return [`${name} is no plain JavaScript`]
    if (!sameProgram(source, product)) return [`${name} does not do what its source does`]
    const words = new Set(codeOf(source).map(({ text }) => text))
    const own = codeOf(product).find(({ kind, text }) => kind === 'word' && !words.has(text))
    return own === undefined ? [] : [`${name} has ${own.text}, which its source has not`]
  })
}

function isPlain(script: string): boolean {
  try {
    parsed(script)
    return true
  } catch {
    return false
  }
}
