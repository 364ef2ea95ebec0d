import { csvParseRows, tsvParseRows } from 'd3-dsv'
import type { Shape } from './describe.ts'
import { headOf } from './words.ts'

/** Tables, JSON, YAML and TOML; null for anything else, and for JSON that does not parse. */
export function describeData(extension: string, text: string): Shape | null {
  if (extension === 'csv') return describeTable('csv', csvParseRows(text))
  if (extension === 'tsv') return describeTable('tsv', tsvParseRows(text))
  if (extension === 'jsonl' || extension === 'ndjson') return describeJsonLines(text)
  if (extension === 'yaml' || extension === 'yml') return { type: 'yaml', facts: { keys: yamlKeys(text) }, head: '' }
  if (extension === 'toml') return { type: 'toml', facts: { keys: tomlKeys(text) }, head: '' }
  if (extension === 'json' || extension === 'geojson' || /^\s*[[{]/.test(text)) return describeJson(text)
  return null
}

/** The first row names the columns; blank lines are no rows. The head is the first row of values. */
function describeTable(type: 'csv' | 'tsv', all: readonly string[][]): Shape {
  const [columns = [], ...rows] = all.filter((row) => row.length > 1 || row[0] !== '')
  return { type, facts: { rows: rows.length, columns }, head: headOf(rows[0]?.join(', ') ?? '') }
}

function describeJson(text: string): Shape | null {
  const parsed = parse(text)
  if (parsed === undefined) return null
  const { value } = parsed
  if (Array.isArray(value)) return { type: 'json', facts: { items: value.length, ...keysOf(value[0]) }, head: '' }
  if (typeof value === 'object' && value !== null) return { type: 'json', facts: keysOf(value), head: '' }
  return { type: 'json', facts: {}, head: headOf(String(value)) }
}

function describeJsonLines(text: string): Shape | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const first = parse(lines[0] ?? '')
  if (first === undefined) return null
  return { type: 'json-lines', facts: { items: lines.length, ...keysOf(first.value) }, head: '' }
}

function keysOf(value: unknown): { keys?: string[] } {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? { keys: Object.keys(value) } : {}
}

function parse(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) }
  } catch {
    return undefined
  }
}

/** The keys at the left margin. */
function yamlKeys(text: string): string[] {
  return distinct(
    text,
    /^(?:"([^"\n]+)"[ \t]*|'([^'\n]+)'[ \t]*|((?:[^\s#'"\-[\]{},&*!|>%@`]|-[^\s:#\n])[^:#\n]*)):(?=\s|$)/gm,
  )
}

/** The keys before the first section, then the sections (`[name]` and `[[name]]`), in order of appearance. */
function tomlKeys(text: string): string[] {
  const start = text.search(/^[ \t]*\[/m)
  const top = start === -1 ? text : text.slice(0, start)
  const keys = distinct(top, /^[ \t]*(?:"([^"\n]+)"|'([^'\n]+)'|([\w.-]+))[ \t]*=/gm)
  return [...new Set([...keys, ...distinct(text, /^[ \t]*\[\[?([^[\]\n]+)\]\]?[ \t]*(?:#.*)?$/gm)])]
}

function distinct(text: string, pattern: RegExp): string[] {
  const found = [...text.matchAll(pattern)].map((match) =>
    match
      .slice(1)
      .find((group) => group !== undefined)!
      .trim(),
  )
  return [...new Set(found)]
}
