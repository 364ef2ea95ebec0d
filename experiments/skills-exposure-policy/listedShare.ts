import type { Stream } from '@lawbook/base'

/**
 * N* = budget / mean entry: the library size at which the expected characters of a full listing reach the budget. From
 * the lengths alone; nothing is fitted.
 */
export function breakSize(lengths: readonly number[], budget: number): number {
  return (budget * lengths.length) / lengths.reduce((sum, length) => sum + length, 0)
}

/**
 * The expected share of a library of N that is listed in full: E[K_N] / N, K_N = sum over k = 1..N of
 * 1{l_1 + ... + l_k <= budget} in a random order, E[K_N] by random orders of the whole library. One value a size; the
 * same orders serve every size.
 */
export function listedShares(
  lengths: readonly number[],
  budget: number,
  sizes: readonly number[],
  orders: number,
  stream: Stream,
): Float64Array {
  const fits = new Float64Array(lengths.length + 1)
  const order = Int32Array.from(lengths.keys())
  for (let drawn = 0; drawn < orders; drawn++) {
    stream.shuffle(order)
    let characters = 0
    for (let k = 1; k <= order.length; k++) {
      characters += lengths[order[k - 1]!]!
      if (characters > budget) break
      fits[k]!++
    }
  }
  return Float64Array.from(sizes, (size) => fits.subarray(0, size + 1).reduce((sum, n) => sum + n, 0) / orders / size)
}
