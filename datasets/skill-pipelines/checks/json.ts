import { isDeepStrictEqual } from 'node:util'
import { type Files, textOf } from './step.ts'

export function jsonOf(files: Files, name: string): unknown {
  return JSON.parse(textOf(files, name))
}

/** Equal as JSON: the order of keys does not matter, that of list items does. */
export function sameJson(a: unknown, b: unknown): boolean {
  const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value ?? null))
  return isDeepStrictEqual(plain(a), plain(b))
}

/** Every value of a document by its dotted path, the document itself at ''. */
export function nodesOf(document: unknown): Map<string, unknown> {
  const nodes = new Map<string, unknown>([['', document]])
  const walk = (value: unknown, path: string): void => {
    if (typeof value !== 'object' || value === null) return
    for (const [key, inner] of Object.entries(value)) {
      const at = path === '' ? key : `${path}.${key}`
      nodes.set(at, inner)
      walk(inner, at)
    }
  }
  walk(document, '')
  return nodes
}

/** The ends of a document (words, numbers, empty lists and objects) by dotted path. */
export function leavesOf(document: unknown): Map<string, unknown> {
  const inner = (value: unknown): boolean =>
    typeof value === 'object' && value !== null && Object.keys(value).length > 0
  return new Map([...nodesOf(document)].filter(([, value]) => !inner(value)))
}

/** A text that is equal for values that are equal as JSON. */
export function canonical(value: unknown): string {
  return JSON.stringify([...leavesOf(value)].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The list a step is about: at `path`, else the document, else the shallowest list of objects. Its path, or null. */
export function listPath(document: unknown, path: unknown): string | null {
  const nodes = nodesOf(document)
  if (path !== undefined) return Array.isArray(nodes.get(String(path))) ? String(path) : null
  const lists = [...nodes].filter(([, value]) => Array.isArray(value) && value.every(isObject))
  const depth = ([at]: [string, unknown]): number => (at === '' ? 0 : at.split('.').length)
  const best = Math.min(...lists.map(depth))
  return lists.find((list) => depth(list) === best)?.[0] ?? null
}

/** A field of a list item, '' where there is nothing. */
export function fieldOf(item: unknown, field: string): unknown {
  return nodesOf(item).get(field) ?? ''
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
