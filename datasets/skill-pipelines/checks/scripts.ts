import { producedOf, type Step, sourcesOf, textOf } from './step.ts'

/** A piece of JavaScript or TypeScript with the line it begins on, counted from 1. */
export type Piece = {
  readonly kind: 'word' | 'string' | 'template' | 'number' | 'regex' | 'mark' | 'comment'
  readonly text: string
  readonly line: number
}

export const scriptEndings: readonly string[] = ['.js', '.mjs', '.ts']

const shapes = [
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//y],
  ['string', /"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'/y],
  ['number', /\.?\d(?:[eE][-+]|[\w.])*/y],
  ['word', /[#$_\p{L}](?:[$\p{L}\p{N}_\u200c\u200d])*/uy],
  ['regex', /\/(?:[^/\\[\n]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/y],
  ['mark', /=>|\?\.|\.\.\.|[^\s]/y],
] as const

/** Words after which a slash begins a regular expression, unlike after other words. */
const openers = new Set(['return', 'typeof', 'case', 'in', 'of', 'do', 'else', 'void', 'delete', 'throw', 'await'])

/**
 * The pieces of a script by one pass of patterns. A template is cut: its texts are pieces of the kind template, what stands
 * in `${}` is cut as code. A slash after a value divides; a closing parenthesis counts as a value.
 */
export function piecesOf(script: string): Piece[] {
  const pieces: Piece[] = []
  const open: ('${' | '{')[] = []
  let [at, line] = [/^#!.*/.exec(script)?.[0].length ?? 0, 1]
  const take = (kind: Piece['kind'], text: string): void => {
    pieces.push({ kind, text, line })
    line += text.split('\n').length - 1
    at += text.length
    if (kind === 'template' && text.endsWith('${')) open.push('${')
    if (text === '{') open.push('{')
  }
  while (at < script.length) {
    const letter = script[at]!
    if (/\s/.test(letter)) {
      if (letter === '\n') line += 1
      at += 1
    } else if (letter === '`' || (letter === '}' && open.pop() === '${')) take('template', templateAt(script, at))
    else take(...pieceAt(script, at, pieces))
  }
  return pieces
}

/** From a backtick, or the brace that closes `${}`, to the next `${` or the closing backtick. */
function templateAt(script: string, at: number): string {
  const shape = /[`}](?:[^`\\$]|\\[\s\S]|\$(?!\{))*(?:`|\$\{)/y
  shape.lastIndex = at
  return shape.exec(script)?.[0] ?? script.slice(at)
}

function pieceAt(script: string, at: number, before: readonly Piece[]): [Piece['kind'], string] {
  for (const [kind, shape] of shapes) {
    shape.lastIndex = at
    const text = shape.exec(script)?.[0]
    if (text !== undefined && !(kind === 'regex' && endsValue(before))) return [kind, text]
  }
  return ['mark', script[at]!]
}

/** Whether the last piece that is no comment ends a value, so that a slash divides it. */
function endsValue(pieces: readonly Piece[]): boolean {
  const last = pieces.findLast(({ kind }) => kind !== 'comment')
  if (last === undefined) return false
  if (last.kind === 'word') return !openers.has(last.text)
  if (last.kind === 'template') return last.text.endsWith('`')
  return last.kind !== 'mark' || last.text === ')' || last.text === ']'
}

/** The pieces that are run: all but comments. */
export function codeOf(script: string): Piece[] {
  return piecesOf(script).filter(({ kind }) => kind !== 'comment')
}

/** The names of the scripts a step is about. */
export function scriptsOf(step: Step, endings: readonly string[]): string[] {
  return sourcesOf(step, endings).filter((name) => endings.some((ending) => name.endsWith(ending)))
}

/** Each source must have a product that nothing speaks against; else the reasons against the product that is nearest in name. */
export function judgeEach(
  step: Step,
  { sources, endings }: { readonly sources: readonly string[]; readonly endings: readonly string[] },
  reasonsAgainst: (source: string, product: string, name: string) => string[],
): string[] {
  if (sources.length === 0) return ['there is nothing to work on']
  const produced = producedOf(step, endings)
  if (produced.length === 0) return [`no new ${endings.join(' or ')} file was produced`]
  return sources.flatMap((source) => {
    const text = textOf(step.before, source)
    const verdicts = produced.map((name) => ({
      name,
      reasons: reasonsAgainst(text, textOf(step.after, name), name),
    }))
    if (verdicts.some(({ reasons }) => reasons.length === 0)) return []
    const stem = baseOf(source)
    return (verdicts.find(({ name }) => baseOf(name) === stem) ?? verdicts[0]!).reasons
  })
}

function baseOf(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.[^.]*$/, '')
}
