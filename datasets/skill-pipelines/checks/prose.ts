/** Runs of letters and digits, in order: what is left of a text when signs and spacing do not count. */
export function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? []
}

/** Whether two texts differ in nothing but the line breaks at their end. */
export function sameText(a: string, b: string): boolean {
  return a.replace(/\n+$/, '') === b.replace(/\n+$/, '')
}

/** The first word of `wanted` that does not follow in `found`, where other words may stand between; null if all do. */
export function firstMissing(found: readonly string[], wanted: readonly string[]): string | null {
  let at = 0
  for (const word of wanted) {
    at = found.indexOf(word, at) + 1
    if (at === 0) return word
  }
  return null
}
