import { type Detail, phrase } from './shape/phrase.ts'
import { cut, listed } from './shape/words.ts'
import type { FileState, StateRecord } from './state.ts'

/** The text has at most so many characters (UTF-16 units), and names at most so many files. */
const longest = 600
const mostFiles = 4

/**
 * What a router is told of a state: a fixed rule on the record, which knows files only. New files come before changed
 * ones, at most four in all, then removed ones. Where the text would pass 600 characters every file loses its first words,
 * then most of its list of columns, keys or the like, then all but its kind; what is still too long is cut.
 */
export function stateText(state: StateRecord): string {
  if (state.files.length === 0 && state.removed.length === 0)
    return 'The step before left nothing new in the workspace.'
  const texts = (['all', 'shape', 'brief', 'kind'] as const).map((detail) => textWith(state, detail))
  return texts.find((text) => text.length <= longest) ?? cut(texts.at(-1)!, longest)
}

function textWith({ files, removed }: StateRecord, detail: Detail): string {
  const fresh = files.filter((file) => file.change === 'new')
  const changed = files.filter((file) => file.change === 'changed')
  const room = Math.max(0, mostFiles - fresh.length)
  return [
    sentence('The workspace now also holds', fresh, mostFiles, detail),
    sentence('Changed:', changed, room, detail),
    removed.length === 0 ? '' : `Removed: ${listed(removed, mostFiles, 60)}.`,
  ]
    .filter((one) => one !== '')
    .join(' ')
}

function sentence(start: string, files: readonly FileState[], most: number, detail: Detail): string {
  if (files.length === 0) return ''
  const shown = files.slice(0, most).map((file) => phrase(file, detail))
  const rest = files.length - shown.length
  if (rest > 0) shown.push(shown.length === 0 ? `${rest} files` : `and ${rest} more`)
  return `${start} ${shown.join('; ')}.`
}
