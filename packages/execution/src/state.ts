import { differences, type Files } from './files.ts'
import { describe, type Shape } from './shape/describe.ts'

/** One file that a step left. */
export type FileState = {
  readonly name: string
  readonly change: 'new' | 'changed'
  /** What kind of file it is, by content and extension, such as `csv`. */
  readonly type: Shape['type']
  readonly bytes: number
  /** What the kind has to tell: rows and columns, keys, entries; lists are whole here and cut in the text. */
  readonly shape: Shape['facts']
  /** Its first words, at most 60 characters on one line; empty where there are none. */
  readonly head: string
}

/** What a step left: new and changed files and the names of removed ones, each sorted by code unit. */
export type StateRecord = { readonly files: readonly FileState[]; readonly removed: readonly string[] }

/** The record of what differs between two states, from the files alone. */
export function stateOf(before: Files, after: Files): StateRecord {
  const { changed, removed } = differences(before, after)
  const files = changed.map((name): FileState => {
    const bytes = after.get(name)!
    const { type, facts, head } = describe(name, bytes)
    return { name, change: before.has(name) ? 'changed' : 'new', type, bytes: bytes.length, shape: facts, head }
  })
  return { files, removed }
}
