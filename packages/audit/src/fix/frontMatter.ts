/** The front matter of a SKILL.md inside its text: from the line after the first fence to the start of the second. */
export type Block = { readonly start: number; readonly end: number }

/**
 * Where the front matter is, as skills are read: between the first two lines `---`, white space and a byte order mark
 * before the first allowed. Null where there is none or it is not closed.
 */
export function frontMatterOf(text: string): Block | null {
  const opening = /^\uFEFF?\s*---[ \t]*(?:\r\n|\r|\n)/.exec(text)
  if (opening === null) return null
  const start = opening[0].length
  const fence = /(?:^|\r\n|\r|\n)(---[ \t]*)(?=\r\n|\r|\n|$)/g
  fence.lastIndex = Math.max(0, start - 1)
  const closing = fence.exec(text)
  return closing === null ? null : { start, end: closing.index + closing[0].length - closing[1]!.length }
}

/** The line end of a text: that of its first line. */
export const lineEndOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n'
