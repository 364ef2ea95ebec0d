import { fail } from '@lawbook/base'
import { missTable } from '@lawbook/sweeps'

/**
 * How many of the M competitors stand before the right answer, one count a tie order (one alone where all orders agree);
 * -1: one that is always in the library does, so it is never right.
 */
export type Counts = readonly number[]

/** A library's odds: M competitors beside the pipeline's own skills, of which n are drawn. */
export type Draw = { readonly competitors: number; readonly drawn: number }

/** The chance that none of them is drawn: mean over tie orders of C(M - c, n) / C(M, n). In [0, 1]. */
export function shareRight(counts: Counts, { competitors, drawn }: Draw): number {
  const table = shared(competitors, drawn)
  let sum = 0
  for (const count of counts) sum += count < 0 ? 0 : table[count]!
  return sum / counts.length
}

/** Counts as text: orders divided by `/`, `x` for never; all alike are written once. */
export function writeCounts(counts: Counts): string {
  const words = counts.map((count) => (count < 0 ? 'x' : String(count)))
  return words.every((word) => word === words[0]) ? words[0]! : words.join('/')
}

/** The reverse of `writeCounts`; LB_DOMAIN for anything else. */
export function readCounts(text: string): Counts {
  return text.split('/').map((word) => {
    if (word === 'x') return -1
    return /^\d+$/.test(word)
      ? Number(word)
      : fail('LB_DOMAIN', `"${text}" is no count of competitors; write 12, 3/4 or x`)
  })
}

const tables = new Map<number, Float64Array>()

function shared(competitors: number, drawn: number): Float64Array {
  const key = competitors * 65536 + drawn
  let table = tables.get(key)
  if (table === undefined) {
    table = missTable(competitors, drawn)
    tables.set(key, table)
  }
  return table
}
