import assert from 'node:assert/strict'
import { csvParse } from 'd3-dsv'

/** The same shape as Files of the execution package. */
export type Files = ReadonlyMap<string, Uint8Array>

/** The text of a file; that there is none, or an empty one, is a failure. */
export function textOf(files: Files, name: string): string {
  const bytes = files.get(name)
  assert.ok(bytes !== undefined, `${name} is not there`)
  const text = new TextDecoder('utf-8')
    .decode(bytes)
    .replace(/^\uFEFF/, '')
    .replaceAll('\r\n', '\n')
  assert.ok(text.trim() !== '', `${name} is empty`)
  return text
}

export function jsonOf<T = Record<string, unknown>>(files: Files, name: string): T {
  const text = textOf(files, name)
  try {
    return JSON.parse(text) as T
  } catch {
    assert.fail(`${name} is no JSON`)
  }
}

/** Rows of a CSV file, cells trimmed, rows without any left out; the columns named must be there, in any order. */
export function tableOf(files: Files, name: string, columns: readonly string[]): Record<string, string>[] {
  const rows = csvParse(textOf(files, name))
  for (const column of columns) assert.ok(rows.columns.includes(column), `${name} has no column ${column}`)
  return rows
    .map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, (cell ?? '').trim()])))
    .filter((row) => Object.values(row).some((cell) => cell !== ''))
}

/** A number within a tolerance; what is no number fails. */
export function near(value: unknown, expected: number, tolerance = 0.005): void {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  assert.ok(
    typeof number === 'number' && Math.abs(number - expected) <= tolerance,
    `${String(value)} is not ${expected} (within ${tolerance})`,
  )
}

/** Every file of the workspace that the agent found is as it was, but for those that may change. */
export function untouched({ before, after }: { before: Files; after: Files }, mayChange: readonly string[] = []): void {
  for (const [name, bytes] of before) {
    if (mayChange.includes(name)) continue
    const left = after.get(name)
    assert.ok(left !== undefined, `${name} is gone`)
    assert.ok(Buffer.compare(bytes, left) === 0, `${name} was changed`)
  }
}
