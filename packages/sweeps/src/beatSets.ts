import { tieKey } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { type RankMatrix, unmatched } from './ranks.ts'

/**
 * For each request the set R of skills that beat the right one, as bits, ties broken by the hash rule of
 * `chooseAmong`: what the variances need, which depend on how the sets of two requests overlap.
 */
export type BeatSets = {
  readonly requests: number
  readonly skills: number
  readonly words: number
  /** Row-major: bit j & 31 of word j >> 5 of row i is 1 if skill j beats the right skill of request i. */
  readonly bits: Uint32Array
  readonly sizes: Int32Array
  readonly targets: Int32Array
  /** 0 where the right skill is unmatched and therefore never chosen. */
  readonly reachable: Uint8Array
}

/** The beat sets of a rank matrix; `library` and `requests` are those it was made of. */
export function beatSets(matrix: RankMatrix, library: Library, requests: readonly Request[]): BeatSets {
  const { skills, ranks, targets } = matrix
  const words = (skills + 31) >> 5
  const bits = new Uint32Array(requests.length * words)
  const sizes = new Int32Array(requests.length)
  const reachable = new Uint8Array(requests.length)
  requests.forEach((request, i) => {
    const target = targets[i]!
    const right = ranks[i * skills + target]!
    reachable[i] = right === unmatched ? 0 : 1
    const key = tieKey(request.id, library.skills[target]!.id)
    for (let j = 0; j < skills; j++) {
      const rank = ranks[i * skills + j]!
      const tied = rank === right && j !== target && rank !== unmatched
      if (rank < right || (tied && tieKey(request.id, library.skills[j]!.id) < key)) {
        bits[i * words + (j >> 5)]! |= 1 << (j & 31)
        sizes[i]!++
      }
    }
  })
  return { requests: requests.length, skills, words, bits, sizes, targets, reachable }
}

/** Whether skill j beats the right skill of request i. */
export function beats({ bits, words }: BeatSets, j: number, i: number): boolean {
  return ((bits[i * words + (j >> 5)]! >>> (j & 31)) & 1) === 1
}

/** How many skills are in the beat sets of both requests. */
export function sharedBeaters({ bits, words }: BeatSets, i: number, other: number): number {
  let count = 0
  for (let w = 0; w < words; w++) {
    let x = bits[i * words + w]! & bits[other * words + w]!
    x -= (x >>> 1) & 0x55555555
    x = (x & 0x33333333) + ((x >>> 2) & 0x33333333)
    count += Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
  }
  return count
}
