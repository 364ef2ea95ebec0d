import { tieKey } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { type RankMatrix, unmatched } from './ranks.ts'

/**
 * Where the right skill stands for one request among the M = S - 1 other skills of a library of S: everything that
 * exact expectations need, and the decision in the full library. The compact evidence of a routing experiment.
 */
export type Standing = {
  /** The index of the right skill. */
  readonly target: number
  /** Matched competitors that score above the right skill; all matched competitors if the right skill is unmatched. */
  readonly beaten: number
  /** Matched competitors that score the same; 0 if the right skill is unmatched. */
  readonly ties: number
  /** Competitors that share something with the request. */
  readonly matched: number
  /** False if the right skill shares nothing with the request: then it is never chosen. */
  readonly targetMatched: boolean
  /** The skill chosen in the full library, ties broken by a hash of ids; null if the router abstains. */
  readonly winner: number | null
  /** True if several skills had the winner's score. */
  readonly tieBroken: boolean
}

/** The standing of each request, read off the ranks; `library` and `requests` are those the matrix was made of. */
export function standingsFrom(matrix: RankMatrix, library: Library, requests: readonly Request[]): Standing[] {
  const { skills, ranks, targets } = matrix
  return requests.map((request, i) => {
    const row = ranks.subarray(i * skills, (i + 1) * skills)
    const target = targets[i]!
    const right = row[target]!
    let [beaten, ties, matched] = [0, 0, 0]
    for (let j = 0; j < skills; j++) {
      if (j === target || row[j] === unmatched) continue
      matched++
      if (row[j]! < right) beaten++
      else if (row[j] === right) ties++
    }
    return { target, beaten, ties, matched, targetMatched: right !== unmatched, ...winnerOf(row, library, request) }
  })
}

function winnerOf(row: Uint16Array, { skills }: Library, request: Request): Pick<Standing, 'winner' | 'tieBroken'> {
  const best = row.reduce((a, b) => Math.min(a, b), unmatched)
  if (best === unmatched) return { winner: null, tieBroken: false }
  const first: number[] = []
  for (let j = 0; j < row.length; j++) if (row[j] === best) first.push(j)
  const key = (j: number): number => tieKey(request.id, skills[j]!.id)
  return { winner: first.reduce((a, b) => (key(b) < key(a) ? b : a)), tieBroken: first.length > 1 }
}
