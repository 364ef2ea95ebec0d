import { sameProgram } from '../../checks/programs.ts'
import { codeOf, judgeEach, piecesOf, scriptEndings, scriptsOf } from '../../checks/scripts.ts'
import type { Step } from '../../checks/step.ts'

/** For each script a product without comments, its code the same piece by piece and the same program line by line. */
export default function check(step: Step): string[] {
  const sources = scriptsOf(step, scriptEndings)
  return judgeEach(step, { sources, endings: scriptEndings }, (source, product, name) => {
    const comment = piecesOf(product).find(({ kind }) => kind === 'comment')
    if (comment !== undefined) return [`${name} still has a comment in line ${comment.line}`]
    const [wanted, found] = [codeOf(source), codeOf(product)]
    const at = wanted.findIndex(({ text }, i) => text !== found[i]?.text)
    if (at >= 0) return [`${name} lost or changed ${wanted[at]!.text} of line ${wanted[at]!.line}`]
    if (found.length > wanted.length) return [`${name} has code that was not there`]
    return sameProgram(source, product) ? [] : [`${name} is another program: a line end that parted statements is gone`]
  })
}
