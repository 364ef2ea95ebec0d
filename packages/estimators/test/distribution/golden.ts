import { readFileSync } from 'node:fs'
import { expect } from 'vitest'

type Table = readonly (readonly number[])[]

const golden = JSON.parse(readFileSync(new URL('../fixtures/distributions.json', import.meta.url), 'utf8')) as Record<
  string,
  Table
>

/** The rows of one golden table: arguments, then the value. */
function table(name: string): Table {
  return golden[name]!
}

/** Every row of a golden table agrees with `f` to `relative` (or `absolute`). */
export function agrees(name: string, f: (...args: number[]) => number, relative: number, absolute = 0): void {
  const rows = table(name)
  expect(rows.length).toBeGreaterThan(5)
  for (const row of rows) {
    const wanted = row.at(-1)!
    const error = Math.abs(f(...row.slice(0, -1)) - wanted)
    expect(error, `${name}(${row.slice(0, -1).join(', ')})`).toBeLessThanOrEqual(relative * Math.abs(wanted) + absolute)
  }
}
