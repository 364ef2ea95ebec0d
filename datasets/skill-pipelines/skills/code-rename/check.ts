import { codeOf, judgeEach, type Piece, piecesOf, scriptEndings, scriptsOf } from '../../checks/scripts.ts'
import { type Step, textOf } from '../../checks/step.ts'

/** In each script that has the old name: the same pieces, with the new name where a word was the old one, comments aside. */
export default function check(step: Step): string[] {
  const [old, name] = [String([step.input.by].flat()[0]), String(step.input.replacement)]
  const sources = scriptsOf(step, scriptEndings).filter((source) => uses(codeOf(textOf(step.before, source)), old))
  if (sources.length === 0) return [`no script has an identifier ${old}`]
  return judgeEach(step, { sources, endings: scriptEndings }, (source, product, file) => {
    const [wanted, found] = [piecesOf(source), piecesOf(product)]
    if (wanted.length !== found.length) return [`${file} has more or less in it than before`]
    const wrong = found.find((piece, i) => piece.text !== renamed(wanted[i]!, old, name))
    return wrong === undefined ? [] : [`${file} has ${wrong.text} in line ${wrong.line} where something else belongs`]
  })
}

/** Strings, templates and regular expressions are pieces with their marks, so that only a name can be the name. */
function renamed({ text }: Piece, old: string, name: string): string {
  return text === old ? name : text
}

function uses(pieces: readonly Piece[], name: string): boolean {
  return pieces.some(({ text }) => text === name)
}
