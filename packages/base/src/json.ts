import { fail } from './error.ts'
import { round10 } from './number.ts'

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined }

/** Compare by UTF-16 code unit: the order of every sorted thing in the project, the same in every locale. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Canonical JSON, for hashing: keys sorted by code unit, no white space, numbers at 10 significant digits, undefined
 * members left out. NaN and infinities throw LB_NOT_FINITE.
 */
export function canonicalJson(value: Json | undefined): string {
  return JSON.stringify(normalise(value, true))
}

/** JSON for files: members in the order given, two spaces, a final newline; numbers as in `canonicalJson`. */
export function prettyJson(value: Json): string {
  return `${JSON.stringify(normalise(value, false), null, 2)}\n`
}

/** Parse JSON; a syntax error becomes LB_JSON and names `where`. */
export function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text)
  } catch (cause) {
    return fail('LB_JSON', `${where} is not valid JSON: ${(cause as Error).message}`, { where })
  }
}

function normalise(value: Json | undefined, sorted: boolean): Json {
  if (typeof value === 'number') return round10(value)
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null
  if (Array.isArray(value)) return value.map((item) => normalise(item as Json, sorted))
  const keys = Object.keys(value).filter((key) => (value as Record<string, Json>)[key] !== undefined)
  if (sorted) keys.sort(byCodeUnit)
  return Object.fromEntries(keys.map((key) => [key, normalise((value as Record<string, Json>)[key], sorted)]))
}
