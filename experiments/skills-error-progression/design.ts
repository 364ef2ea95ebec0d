import { codes } from './classes.ts'
import type { Design } from './tally.ts'

/** The competitors that are certainly in a library of a size: none, or the nearest min(most, size - 1) neighbours. */
export function presentIn(design: Design, neighbours: Int32Array, most: number): (size: number) => Int32Array {
  return (size) => (design === 'random' ? neighbours.subarray(0, 0) : neighbours.subarray(0, Math.min(most, size - 1)))
}

/**
 * The expected share of each code among the N - 1 competitors of a library, sizes x codes: what a wrong pick is when it
 * falls on any of them alike. The certain ones count fully, each other one with the chance (N - 1 - certain)/(M - certain)
 * of being drawn.
 */
export function uniformShares(options: {
  readonly target: number
  readonly codeOf: Uint8Array
  readonly sizes: readonly number[]
  readonly present: (size: number) => Int32Array
}): Float64Array {
  const { target, codeOf, sizes, present } = options
  const all = new Float64Array(codes)
  codeOf.forEach((code, j) => {
    if (j !== target) all[code]!++
  })
  const shares = new Float64Array(sizes.length * codes)
  sizes.forEach((size, k) => {
    const certain = present(size)
    const own = new Float64Array(codes)
    for (const j of certain) own[codeOf[j]!]!++
    const drawn = size - 1 - certain.length
    const pool = codeOf.length - 1 - certain.length
    for (let code = 0; code < codes; code++) {
      const random = pool === 0 ? 0 : ((all[code]! - own[code]!) * drawn) / pool
      shares[k * codes + code] = (own[code]! + random) / (size - 1)
    }
  })
  return shares
}
