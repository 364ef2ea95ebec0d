import { fail } from '@lawbook/base'

/** Check that sizes are whole numbers in [1, skills]; LB_DOMAIN otherwise. */
export function checkSizes(sizes: readonly number[], skills: number): void {
  for (const size of sizes) {
    if (!Number.isInteger(size) || size < 1 || size > skills)
      fail(
        'LB_DOMAIN',
        `cannot draw a library of ${size} from ${skills} skills; sizes are whole numbers in [1, ${skills}]`,
      )
  }
}

/**
 * C(M - r, k) / C(M, k) for r = 0..M: the chance that a random set of k out of M misses r given members. By the
 * recurrence f(0) = 1, f(r + 1) = f(r) (M - r - k) / (M - r): no logarithms, and exactly 0 once r > M - k.
 */
export function missTable(M: number, k: number): Float64Array {
  const table = new Float64Array(M + 1)
  table[0] = 1
  for (let r = 0; r < M; r++) table[r + 1] = (table[r]! * Math.max(0, M - r - k)) / (M - r)
  return table
}

const kept = new Map<number, Float64Array>()
const mostKept = 4096

/** `missTable`, computed once for each (M, k) that is asked again and again. Do not write to it. */
export function sharedMissTable(M: number, k: number): Float64Array {
  const key = M * 1048576 + k
  let table = kept.get(key)
  if (table === undefined) {
    if (kept.size >= mostKept) kept.clear()
    table = missTable(M, k)
    kept.set(key, table)
  }
  return table
}
