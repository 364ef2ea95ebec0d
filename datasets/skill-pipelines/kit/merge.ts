import { isObject, type JsonObject } from './json.ts'

/** Objects key by key, the later one wins; lists, words and numbers are replaced as a whole. */
export function merged(base: unknown, later: unknown): unknown {
  if (!isObject(base) || !isObject(later)) return later
  const added = Object.keys(later).filter((key) => !Object.hasOwn(base, key))
  return Object.fromEntries([...Object.keys(base), ...added].map((key) => [key, mergedAt(base, later, key)]))
}

function mergedAt(base: JsonObject, later: JsonObject, key: string): unknown {
  if (!Object.hasOwn(later, key)) return base[key]
  return Object.hasOwn(base, key) ? merged(base[key], later[key]) : later[key]
}
