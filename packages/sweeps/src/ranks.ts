import { fail } from '@lawbook/base'
import type { FittedPointwise, Scores } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'

/** The rank of a skill that shares nothing with the request: behind every other. */
export const unmatched = 65535

/**
 * The order of a whole library for many requests, one router at a time: row i holds the dense rank of every skill for
 * request i (1 is best, equal scores share a rank, `unmatched` where the skill shares nothing), so that a decision
 * among any candidates is a comparison of small integers. 2 bytes a (request, skill) pair.
 */
export type RankMatrix = {
  readonly requests: number
  readonly skills: number
  readonly ranks: Uint16Array
  /** The index of the right skill of each request. */
  readonly targets: Int32Array
}

/** The index of each request's right skill; one that the library lacks throws LB_DANGLING. */
export function targetsOf(library: Library, requests: readonly Request[]): Int32Array {
  const index = new Map(library.skills.map((skill, j) => [skill.id, j]))
  return Int32Array.from(requests, ({ id, skill }) => {
    const j = index.get(skill)
    return j ?? fail('LB_DANGLING', `request ${id} names the skill ${skill}, which is not among ${index.size} skills`)
  })
}

/** Rank every skill for every request. At most 65,534 skills; a matched score that is no number throws LB_NOT_FINITE. */
export function rankMatrix(fitted: FittedPointwise, library: Library, requests: readonly Request[]): RankMatrix {
  const skills = library.skills.length
  if (skills >= unmatched) fail('LB_DOMAIN', `cannot rank ${skills} skills in 16 bits; at most ${unmatched - 1} fit`)
  const ranks = new Uint16Array(requests.length * skills)
  requests.forEach((request, i) => {
    const scores = fitted.score(request)
    const strange = scores.values.findIndex((value, j) => scores.matched[j] === 1 && !Number.isFinite(value))
    if (strange >= 0)
      fail(
        'LB_NOT_FINITE',
        `the score of ${library.skills[strange]!.id} for request ${request.id} is ${scores.values[strange]}; a router must give a finite number or no match`,
      )
    writeRanks(scores, ranks.subarray(i * skills, (i + 1) * skills))
  })
  return { requests: requests.length, skills, ranks, targets: targetsOf(library, requests) }
}

/** Dense ranks of one row of scores: the number of distinct matched values at least as high. */
function writeRanks({ values, matched }: Scores, row: Uint16Array): void {
  const levels = values.filter((_, j) => matched[j] === 1).sort()
  let distinct = 0
  for (let at = 0; at < levels.length; at++)
    if (at === 0 || levels[at] !== levels[at - 1]) levels[distinct++] = levels[at]!
  for (let j = 0; j < row.length; j++) {
    if (matched[j] === 0) {
      row[j] = unmatched
      continue
    }
    let [low, high] = [0, distinct - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if (levels[middle]! < values[j]!) low = middle + 1
      else high = middle
    }
    row[j] = distinct - low
  }
}
