import { type RankMatrix, unmatched } from '@lawbook/sweeps'

/** What exact expectations need to know of a request. */
type Counts = {
  readonly beaten: number
  readonly ties: number
  readonly matched: number
  readonly targetMatched: boolean
}

/** One request that cannot be answered rightly, whatever the library. */
const unreachable: Counts = { beaten: 0, ties: 0, matched: 0, targetMatched: false }

/**
 * Where an entry stands among others in row i of a matrix: how many of `others` beat the entry `own` and how many tie
 * with it. An entry that is itself among the others is not counted.
 */
export function standAmong({ ranks, skills }: RankMatrix, i: number, own: number, others: Int32Array): Counts {
  const right = ranks[i * skills + own]!
  if (right === unmatched) return unreachable
  let [beaten, ties, matched] = [0, 0, 0]
  for (const j of others) {
    const rank = ranks[i * skills + j]!
    if (j === own || rank === unmatched) continue
    matched++
    if (rank < right) beaten++
    else if (rank === right) ties++
  }
  return { beaten, ties, matched, targetMatched: true }
}
