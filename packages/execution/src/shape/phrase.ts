import type { FileState } from '../state.ts'
import { counted, cut, listed, printable } from './words.ts'

/** How much is said of a file: `all`, without its first words (`shape`), with shorter lists (`brief`), or its kind only. */
export type Detail = 'all' | 'shape' | 'brief' | 'kind'

/** A file in words: its name, what kind it is, and what the kind has to tell. Nothing depends on its size in bytes. */
export function phrase(file: FileState, detail: Detail): string {
  const kind = kinds[file.type]
  const name = cut(printable(file.name), 60)
  if (detail === 'kind') return `${name}, ${kind}`
  const told = tell(file, detail === 'brief' ? { most: 3, length: 24 } : { most: 8, length: 40 })
  const head = detail === 'all' ? headWords(file) : ''
  return `${name}, ${kind}${told === '' ? '' : ` ${told}`}${head}`
}

const kinds: Readonly<Record<FileState['type'], string>> = {
  csv: 'a comma-separated table',
  tsv: 'a tab-separated table',
  json: 'a JSON document',
  'json-lines': 'a file of JSON lines',
  yaml: 'a YAML document',
  toml: 'a TOML document',
  markdown: 'a Markdown text',
  html: 'an HTML page',
  xml: 'an XML document',
  svg: 'an SVG drawing',
  javascript: 'a JavaScript source',
  typescript: 'a TypeScript source',
  calendar: 'a calendar',
  mail: 'a mail message',
  log: 'a log',
  text: 'a plain text',
  zip: 'a zip archive',
  gzip: 'a gzip-compressed file',
  png: 'a PNG image',
  binary: 'a binary file',
  empty: 'an empty file',
}

/** How many items of a list are named, and how much of each. */
type Room = { readonly most: number; readonly length: number }

function tell(file: FileState, room: Room): string {
  switch (file.type) {
    case 'csv':
    case 'tsv':
      return `with ${counted(number(file, 'rows'), 'row')} and ${some(room, file, 'columns', 'column')}`
    case 'json':
      return tellJson(room, file)
    case 'json-lines':
      return `with ${counted(number(file, 'items'), 'record')}${keysOf(room, file, ' and ')}`
    case 'yaml':
    case 'toml':
      return keysOf(room, file, 'with ')
    case 'markdown':
      return list(file, 'headings').length === 0 ? '' : `with ${some(room, file, 'headings', 'heading')}`
    case 'html':
      return text(file, 'title') === '' ? '' : `titled "${text(file, 'title')}"`
    case 'xml':
      return text(file, 'root') === '' ? '' : `with the root element ${cut(text(file, 'root'), 40)}`
    case 'svg':
      return text(file, 'width') === '' ? '' : `${cut(text(file, 'width'), 12)} x ${cut(text(file, 'height'), 12)}`
    case 'png':
      return `${number(file, 'width')} x ${number(file, 'height')}`
    case 'calendar':
      return tellCalendar(file)
    case 'mail':
      return `from ${text(file, 'from') || 'nobody'} with the subject "${text(file, 'subject')}"`
    case 'zip':
      return list(file, 'entries').length === 0
        ? 'without entries'
        : `with ${some(room, file, 'entries', 'entry', 'entries')}`
    case 'log':
    case 'text':
    case 'javascript':
    case 'typescript':
      return `with ${counted(number(file, 'lines'), 'line')}`
    default:
      return ''
  }
}

function tellJson(room: Room, file: FileState): string {
  if (file.shape.items === undefined)
    return file.shape.keys === undefined ? '' : `with an object${keysOf(room, file, ' with ')}`
  const objects = file.shape.keys !== undefined
  return `with a list of ${counted(number(file, 'items'), objects ? 'object' : 'value')}${keysOf(room, file, ' with ')}`
}

function tellCalendar(file: FileState): string {
  const first = text(file, 'first')
  return `with ${counted(number(file, 'events'), 'event')}${first === '' ? '' : `, the first "${first}"`}`
}

function headWords({ type, head, shape }: FileState): string {
  if (head === '') return ''
  if (type === 'log') return `; it runs from "${head}" to "${shape.last}"`
  return type === 'json' ? `; it is "${head}"` : `; it begins "${head}"`
}

function keysOf(room: Room, file: FileState, before: string): string {
  return list(file, 'keys').length === 0 ? '' : `${before}${some(room, file, 'keys', 'key')}`
}

/** `the column a`, `the columns a, b and 3 more`. */
function some(room: Room, file: FileState, fact: string, one: string, many = `${one}s`): string {
  const items = list(file, fact)
  return `the ${items.length === 1 ? one : many} ${listed(items, room.most, room.length)}`
}

const number = (file: FileState, fact: string): number => file.shape[fact] as number
const text = (file: FileState, fact: string): string => file.shape[fact] as string
const list = (file: FileState, fact: string): readonly string[] => (file.shape[fact] ?? []) as readonly string[]
