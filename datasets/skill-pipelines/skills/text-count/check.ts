import { judgeProduced, type Step, sourcesOf, textOf } from '../../checks/step.ts'

/** The four counts, told anew from the sources; which of equally frequent words are in the list does not matter. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.json'], (name) => {
    const report = JSON.parse(textOf(step.after, name)) as Record<string, unknown>
    const texts = sourcesOf(step, ['.txt', '.md']).map((source) => textOf(step.before, source))
    const words = texts.flatMap((text) => text.match(/\S*[\p{L}\p{N}]\S*/gu) ?? [])
    const sum = (count: (text: string) => number): number => texts.reduce((all, text) => all + count(text), 0)
    const lines = sum((text) => text.match(/[^\n]*\n|[^\n]+$/g)?.length ?? 0)
    const characters = sum((text) => Array.from(text).length)
    return [
      ...(Number(report.lines) === lines ? [] : [`${name} counts ${report.lines} lines, there are ${lines}`]),
      ...(Number(report.words) === words.length
        ? []
        : [`${name} counts ${report.words} words, there are ${words.length}`]),
      ...(Math.abs(Number(report.characters) - characters) <= texts.length
        ? []
        : [`${name} counts ${report.characters} characters, there are ${characters}`]),
      ...againstTop(pairsOf(report.top), words.map(bare)),
    ]
  })
}

function againstTop(top: readonly [string, number][], words: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const highest = [...counts.values()].sort((a, b) => b - a).slice(0, 10)
  const wrong = top.find(([word, count]) => counts.get(word.toLowerCase()) !== count)
  if (wrong !== undefined) return [`"${wrong[0]}" is not there ${wrong[1]} times`]
  if (new Set(top.map(([word]) => word.toLowerCase())).size < top.length) return ['a frequent word is listed twice']
  const given = top.map(([, count]) => count)
  return given.join() === highest.join() ? [] : ['these are not the ten most frequent words, the most frequent first']
}

/** [{word, count}], [[word, count]] or {word: count}. */
function pairsOf(top: unknown): [string, number][] {
  if (typeof top !== 'object' || top === null) return []
  if (!Array.isArray(top)) return Object.entries(top as Record<string, number>)
  return top.map((one) =>
    Array.isArray(one) ? [String(one[0]), Number(one[1])] : [String(one.word), Number(one.count)],
  )
}

/** Small letters; signs at either end do not belong to the word. */
function bare(word: string): string {
  return /[\p{L}\p{N}](.*[\p{L}\p{N}])?/u.exec(word.toLowerCase())![0]
}
