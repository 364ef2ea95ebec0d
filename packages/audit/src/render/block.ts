/** A table: every row as long as the head; columns named in `right` hold numbers. */
export type Table = {
  readonly kind: 'table'
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly right: readonly number[]
}
/**
 * What stands in a section: a sentence, a table, or a numbered list whose items may have a second line: where, what, and
 * why. Where there is little room the last of them is left out.
 */
export type Block =
  | { readonly kind: 'line'; readonly text: string }
  | Table
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly more: readonly string[] }[] }
/** One part of a report as people read it: plain words, every text made visible already (`visible`). */
export type Section = {
  readonly id: 'seen' | 'confused' | 'outcomes' | 'picks' | 'forecast' | 'plan' | 'findings' | 'notes'
  readonly title: string
  readonly blocks: readonly Block[]
}

/** A sentence as a block. */
export const line = (text: string): Block => ({ kind: 'line', text })
