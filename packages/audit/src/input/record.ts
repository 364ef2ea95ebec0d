/** An object as JSON knows it: no list, not null. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** JSON text as a value, or undefined where it is none; never throws. */
export function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** The keys of a value for an error message: at most eight, in their order. */
export function keysOf(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`
  if (!isRecord(value)) return value === null ? 'null' : `a ${typeof value}`
  const keys = Object.keys(value)
  if (keys.length === 0) return 'an object without keys'
  return `an object with the keys ${keys.slice(0, 8).join(', ')}${keys.length > 8 ? ', …' : ''}`
}

/** `1 row`, `2 rows`. */
export const counted = (n: number, word: string): string => `${n} ${word}${n === 1 ? '' : 's'}`
