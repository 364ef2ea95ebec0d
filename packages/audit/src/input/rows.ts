import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { fail } from '@lawbook/base'
import { cleaned } from './clean.ts'
import { decoded } from './decode.ts'
import { limits, megabytes } from './limits.ts'
import { counted } from './record.ts'
import { systemCode } from './walk.ts'

/** A row of a file and what it is called in messages, such as `line 4`. */
export type Row<T> = { readonly at: string; readonly value: T }

/** What came of a row: something, or why it cannot be used. */
export type Read<T> = { readonly value: T } | { readonly bad: string }

export type RowOptions = {
  /** Leave out rows that cannot be used, with a note, rather than refuse the file. */
  readonly lenient?: boolean
  /** Takes sentences about what was left out or read in a way that is worth knowing. */
  readonly onNote?: (note: string) => void
}

/** The text of a file that somebody named; LB_INPUT where there is none. */
export async function textOf(path: string): Promise<string> {
  const named = cleaned(path)
  try {
    const { size } = await stat(path)
    if (size > limits.requestBytes)
      fail('LB_INPUT', `${named} is ${megabytes(size)} large, more than ${megabytes(limits.requestBytes)}; split it`)
    const content = decoded(await readFile(path))
    if (content.text === null)
      return fail(
        'LB_INPUT',
        `${named} cannot be used: ${content.problem}; give JSON lines, a JSON list or a CSV table`,
      )
    return content.text.replace(/^\uFEFF/, '')
  } catch (thrown) {
    if (thrown instanceof Error && thrown.name === 'LawbookError') throw thrown
    return fail('LB_INPUT', `${named} cannot be read (${systemCode(thrown)}); name a file that exists`)
  }
}

/** Lines of JSON, empty ones left out; a line that is no JSON is a bad row. */
export const jsonLinesOf = (text: string): Row<Read<unknown>>[] =>
  text
    .split(/\r\n|\r|\n/)
    .flatMap((line, i) => (line.trim() === '' ? [] : [{ at: `line ${i + 1}`, value: lineOf(line) }]))

function lineOf(line: string): Read<unknown> {
  try {
    return { value: JSON.parse(line) as unknown }
  } catch {
    return { bad: 'it is no JSON' }
  }
}

/**
 * The rows that can be used. With others among them: LB_INPUT with the first five, or, if `lenient`, a note with them;
 * LB_INPUT as well where none can be used.
 */
export function usable<T>(path: string, rows: readonly Row<Read<T>>[], what: string, options: RowOptions): T[] {
  const named = cleaned(basename(path))
  if (rows.length === 0) fail('LB_INPUT', `${named} holds no ${what}; give at least one row`)
  const good = rows.flatMap(({ value }) => ('value' in value ? [value.value] : []))
  const bad = rows.flatMap(({ at, value }) => ('bad' in value ? [`${at}: ${value.bad}`] : []))
  if (bad.length === 0) return good
  const first = bad.slice(0, 5).join('; ') + (bad.length > 5 ? `; and ${bad.length - 5} more` : '')
  const found = `${bad.length} of ${counted(rows.length, 'row')} of ${named} cannot be used: ${first}`
  if (options.lenient !== true || good.length === 0)
    fail('LB_INPUT', `${found}; correct them`, { file: named, bad: bad.length })
  options.onNote?.(`${found}; left out`)
  return good
}
