/** A stretch of a text, in UTF-16 units, and what takes its place. */
export type Splice = { readonly start: number; readonly end: number; readonly text: string }

/** A text with stretches replaced that do not overlap; everything else stays as it is, to the byte. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = text
  for (const { start, end, text: next } of [...splices].sort((a, b) => b.start - a.start))
    result = result.slice(0, start) + next + result.slice(end)
  return result
}
