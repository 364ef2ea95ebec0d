import { headingsOf } from '../../checks/markdown.ts'
import { wordsOf } from '../../checks/prose.ts'
import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

type Entry = { readonly words: string; readonly anchor: string }

/** The source as it was, and before its first section a list that links every heading of level 2 and 3, in order. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.md', '.markdown'], (name) => {
    const source = textOf(step.before, sourcesOf(step, ['.md', '.markdown'])[0]!)
    const { added, left, late } = compared(linesOf(source), linesOf(textOf(step.after, name)))
    if (left !== null) return [`the line "${left}" of the source is missing in ${name}`]
    const entries = added.flatMap((line) => entryIn(line) ?? [])
    const odd = added.find((line) => entryIn(line) === null && !/contents|toc/i.test(line))
    return [
      ...(odd === undefined ? [] : [`"${odd}" in ${name} is neither in the source nor part of a list of contents`]),
      ...(late ? [`the list of ${name} comes after the first section`] : []),
      ...againstEntries(source, entries),
    ]
  })
}

function againstEntries(source: string, entries: readonly Entry[]): string[] {
  const headings = anchored(source)
  if (!headings.some(isWanted)) return ['the source has no headings of level 2 or 3']
  const places = entries.map(({ words, anchor }) =>
    headings.findIndex((one) => one.words === words && one.anchor === anchor),
  )
  const dead = places.indexOf(-1)
  if (dead >= 0) return [`the entry "${entries[dead]!.words}" leads to no heading (#${entries[dead]!.anchor})`]
  if (places.some((place, i) => i > 0 && place <= places[i - 1]!))
    return ['the entries are not in the order of the headings']
  const missing = headings.find((heading, i) => isWanted(heading) && !places.includes(i))
  return missing === undefined ? [] : [`the heading "${missing.words}" has no entry`]
}

function isWanted({ level }: { level: number }): boolean {
  return level === 2 || level === 3
}

/** The headings with the anchors that GitHub gives them. */
function anchored(source: string): { level: number; words: string; anchor: string }[] {
  const bases = headingsOf(source).map(({ text }) =>
    Array.from(text.toLowerCase())
      .map((sign) => (/\s/.test(sign) ? '-' : /[\p{L}\p{N}_-]/u.test(sign) ? sign : ''))
      .join(''),
  )
  return headingsOf(source).map(({ level, text }, i) => {
    const times = bases.slice(0, i).filter((base) => base === bases[i]).length
    return { level, words: wordsOf(text).join(' '), anchor: times === 0 ? bases[i]! : `${bases[i]}-${times}` }
  })
}

function entryIn(line: string): Entry | null {
  const found = /^\s*(?:[-*+]|\d+[.)])\s+\[(.*)\]\(#([^)\s]*)\)\s*$/.exec(line)
  return found === null ? null : { words: wordsOf(found[1]!).join(' '), anchor: decodeURIComponent(found[2]!) }
}

/** Which lines were added, the first source line that does not follow, whether an entry comes after the first section. */
function compared(
  source: readonly string[],
  made: readonly string[],
): { added: string[]; left: string | null; late: boolean } {
  const added: string[] = []
  let [at, late] = [0, false]
  for (const line of made) {
    if (line === source[at]) at += 1
    else {
      added.push(line)
      if (entryIn(line) !== null && source.slice(0, at).some((one) => /^#{2,6}\s/.test(one))) late = true
    }
  }
  return { added, left: source[at] ?? null, late }
}

function linesOf(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trimEnd())
  return lines.filter((line) => line !== '')
}
