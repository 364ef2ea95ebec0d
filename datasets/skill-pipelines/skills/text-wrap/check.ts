import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** A piece of the source: one line to be left alone, or the words of a paragraph. */
type Piece = { readonly kept: string } | { readonly words: readonly string[] }

/** Paragraphs keep their words, fit the width and take no more lines than they need; all else stands as it did. */
export default function check(step: Step): string[] {
  const width = Number(step.input.width ?? 72)
  return judgeProduced(step, ['.txt', '.md'], (name) => {
    const pieces = piecesOf(textOf(step.before, sourcesOf(step, ['.txt', '.md'])[0]!))
    const lines = textOf(step.after, name).trimEnd().split('\n')
    let at = 0
    for (const piece of pieces) {
      if ('kept' in piece) {
        const line = lines[at] ?? ''
        if (line.trimEnd() !== piece.kept.trimEnd()) return [`line ${at + 1} of ${name} should be "${piece.kept}"`]
        at += 1
      } else {
        const taken = linesOf(lines, at, piece.words.length)
        const reason = reasonAgainst(taken, piece.words, width)
        if (reason !== null) return [`the paragraph from line ${at + 1} of ${name} ${reason}`]
        at += taken.length
      }
    }
    return at >= lines.length ? [] : [`${name} goes on after the end of the source`]
  })
}

function reasonAgainst(lines: readonly string[], words: readonly string[], width: number): string | null {
  if (wordsIn(lines.join('\n')).join(' ') !== words.join(' ')) return 'does not hold the words of the source'
  const long = lines.find((line) => line.trimEnd().length > width && line.trim().includes(' '))
  if (long !== undefined) return `has a line of more than ${width} characters`
  return lines.length > fewestLines(words, width) ? 'takes more lines than it needs' : null
}

/** As many lines as hold `count` words. */
function linesOf(lines: readonly string[], from: number, count: number): string[] {
  let [at, seen] = [from, 0]
  while (at < lines.length && seen < count) seen += wordsIn(lines[at++]!).length
  return lines.slice(from, at)
}

function fewestLines(words: readonly string[], width: number): number {
  let [count, used] = [0, width]
  for (const { length } of words) {
    used += 1 + length
    if (used > width) [count, used] = [count + 1, length]
  }
  return count
}

function piecesOf(text: string): Piece[] {
  const fenced = text.replace(/^```[\s\S]*?^```.*$/gm, (code) => code.replace(/^/gm, '\uE000'))
  const pieces: Piece[] = []
  for (const line of fenced.trimEnd().split('\n')) {
    const last = pieces.at(-1)
    if (/^(\uE000|\s|$|[#>|]|[-*+] |\d+[.)] )/.test(line)) pieces.push({ kept: line.replace('\uE000', '') })
    else if (last !== undefined && 'words' in last)
      pieces[pieces.length - 1] = { words: [...last.words, ...wordsIn(line)] }
    else pieces.push({ words: wordsIn(line) })
  }
  return pieces
}

function wordsIn(text: string): string[] {
  return text.match(/\S+/g) ?? []
}
