import { describeBinary } from './binary.ts'
import { describeData } from './data.ts'
import { describeDocument } from './document.ts'
import { headOf } from './words.ts'

/** What a file is: its kind, what the kind has to tell, and its first words. */
export type Shape = {
  readonly type: Type
  readonly facts: Readonly<Record<string, number | string | readonly string[]>>
  readonly head: string
}

export type Type =
  | 'csv'
  | 'tsv'
  | 'json'
  | 'json-lines'
  | 'yaml'
  | 'toml'
  | 'markdown'
  | 'html'
  | 'xml'
  | 'svg'
  | 'javascript'
  | 'typescript'
  | 'calendar'
  | 'mail'
  | 'log'
  | 'text'
  | 'zip'
  | 'gzip'
  | 'png'
  | 'binary'
  | 'empty'

/** Describe a file by its content first and its extension second. Anything is described; nothing throws. */
export function describe(name: string, bytes: Uint8Array): Shape {
  if (bytes.length === 0) return { type: 'empty', facts: {}, head: '' }
  const text = decode(bytes)
  if (text === null) return describeBinary(bytes)
  const extension = /\.([a-z0-9]+)$/.exec(name.toLowerCase())?.[1] ?? ''
  return describeData(extension, text) ?? describeDocument(extension, text) ?? describeText(extension, text)
}

/** The bytes as UTF-8 text with line ends \n, null if they are none. */
function decode(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? null : text.replace(/\r\n?/g, '\n')
  } catch {
    return null
  }
}

/** A log is known by its extension, or by three lines and more that all begin with a time. */
function describeText(extension: string, text: string): Shape {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const timed = lines.length >= 3 && lines.every((line) => /^\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d/.test(line))
  const head = headOf(lines[0] ?? '')
  if (extension === 'log' || timed)
    return { type: 'log', facts: { lines: lines.length, last: headOf(lines.at(-1) ?? '') }, head }
  return { type: 'text', facts: { lines: lines.length }, head }
}
