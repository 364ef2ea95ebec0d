/** Runs of words, in their order, that a text lost and gained. */
export type WordChanges = { readonly gone: readonly string[]; readonly added: readonly string[] }

/**
 * What became of a text, as runs of words: those outside a longest common subsequence of the words of both. Words are
 * split at white space; case and marks around a word make no other word of it, and marks alone are none. Of texts that
 * differ over more than about a thousand words, all that lies between the first and the last difference.
 */
export function wordChanges(before: string, after: string): WordChanges {
  const [old, now] = differing(wordsOf(before), wordsOf(after))
  if (old.length * now.length > mostCells) return { gone: [old.join(' ')], added: [now.join(' ')] }
  const same = [old.map(keyOf), now.map(keyOf)] as const
  const longest = commonLengths(...same)
  const [gone, added]: [string[][], string[][]] = [[[]], [[]]]
  let [i, j] = [0, 0]
  while (i < old.length || j < now.length) {
    if (i < old.length && same[0][i] === same[1][j]) {
      for (const runs of [gone, added]) if (runs.at(-1)!.length > 0) runs.push([])
      i++
      j++
    } else if (j === now.length || (i < old.length && longest[i + 1]![j]! >= longest[i]![j + 1]!))
      gone.at(-1)!.push(old[i++]!)
    else added.at(-1)!.push(now[j++]!)
  }
  return { gone: joined(gone), added: joined(added) }
}

/** Two texts of a thousand words that share neither their first nor their last. */
const mostCells = 1_000_000

/** Both without the words that they begin and end with alike. */
function differing(old: readonly string[], now: readonly string[]): readonly [readonly string[], readonly string[]] {
  const shortest = Math.min(old.length, now.length)
  const alike = (a: string | undefined, b: string | undefined): boolean => keyOf(a!) === keyOf(b!)
  let head = 0
  while (head < shortest && alike(old[head], now[head])) head++
  let tail = 0
  while (tail < shortest - head && alike(old.at(-1 - tail), now.at(-1 - tail))) tail++
  return [old.slice(head, old.length - tail), now.slice(head, now.length - tail)]
}

/** At [i][j]: how many words the rests from i and from j on have in common, in order. */
function commonLengths(old: readonly string[], now: readonly string[]): readonly Uint16Array[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint16Array(now.length + 1))
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = now.length - 1; j >= 0; j--)
      lengths[i]![j] =
        old[i] === now[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!)
  return lengths
}

const keyOf = (word: string): string => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
const wordsOf = (text: string): string[] => text.split(/\s+/).filter((word) => keyOf(word) !== '')
const joined = (runs: readonly (readonly string[])[]): string[] =>
  runs.filter(({ length }) => length > 0).map((run) => run.join(' '))
