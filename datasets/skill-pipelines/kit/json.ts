import { readText, writeBytes } from './text.ts'

export type JsonObject = { readonly [key: string]: unknown }

/** A JSON file; anything else throws. */
export async function readJson(name: string): Promise<unknown> {
  const text = await readText(name)
  try {
    return JSON.parse(text)
  } catch {
    throw new Error(`${name} is not valid json`)
  }
}

/** Two spaces of indentation and a last line end. */
export async function writeJson(name: string, value: unknown): Promise<void> {
  await writeBytes(name, `${JSON.stringify(value, null, 2)}\n`)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * The keys that a dotted path stands for, list items by number from 0. A key that holds dots itself wins over a way
 * through several keys. Null if nothing lies there.
 */
export function keysAt(value: unknown, path: string): string[] | null {
  if (path === '') return []
  const parts = path.split('.')
  for (let used = parts.length; used > 0; used--) {
    const key = parts.slice(0, used).join('.')
    if (!hasKey(value, key)) continue
    const rest = keysAt(itemOf(value, key), parts.slice(used).join('.'))
    if (rest !== null) return [key, ...rest]
  }
  return null
}

export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce(itemOf, value)
}

/** A field of a list item as a cell: numbers and words as text, nothing or null as ''. */
export function cellAt(item: unknown, field: string): string {
  const keys = keysAt(item, field)
  const value = keys === null ? null : valueAt(item, keys)
  return value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** The value with what lies at `keys` replaced. */
export function replacedAt(value: unknown, keys: readonly string[], by: unknown): unknown {
  if (keys.length === 0) return by
  const [key, ...rest] = keys as [string, ...string[]]
  const inner = replacedAt(itemOf(value, key), rest, by)
  return Array.isArray(value)
    ? value.map((item, i) => (String(i) === key ? inner : item))
    : { ...(value as JsonObject), [key]: inner }
}

/** The keys of the list to work on: at `path`, else the document itself, else its first list of objects. Throws. */
export function listKeys(document: unknown, path: string | undefined): string[] {
  const keys = path === undefined ? firstList(document) : keysAt(document, path)
  if (keys === null) throw new Error(path === undefined ? 'holds no list of objects' : `has nothing at "${path}"`)
  if (!Array.isArray(valueAt(document, keys))) throw new Error(`what lies at "${path}" is not a list`)
  return keys
}

/** Level by level, in the order of the keys. */
function firstList(document: unknown): string[] | null {
  let level: { keys: string[]; value: unknown }[] = [{ keys: [], value: document }]
  while (level.length > 0) {
    const found = level.find(({ value }) => Array.isArray(value) && value.every(isObject))
    if (found !== undefined) return found.keys
    level = level.flatMap(({ keys, value }) =>
      isObject(value) ? Object.keys(value).map((key) => ({ keys: [...keys, key], value: value[key] })) : [],
    )
  }
  return null
}

function hasKey(value: unknown, key: string): boolean {
  return Array.isArray(value)
    ? /^\d+$/.test(key) && Number(key) < value.length
    : isObject(value) && Object.hasOwn(value, key)
}

function itemOf(value: unknown, key: string): unknown {
  return (value as JsonObject)[key]
}
