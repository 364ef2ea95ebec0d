import { fail, roundScore } from '@lawbook/base'
import type { Scores } from './router.ts'

/**
 * The scores of a search library that returns hits: pairs of a skill's index and its score, each skill at most once.
 * Skills among the hits are matched, all others are not; scores are rounded. A score that is not finite throws
 * LB_NOT_FINITE.
 */
export function fromHits(size: number, hits: Iterable<readonly [skill: number, score: number]>): Scores {
  const values = new Float64Array(size)
  const matched = new Uint8Array(size)
  for (const [skill, score] of hits) {
    if (!Number.isFinite(score))
      fail('LB_NOT_FINITE', `skill ${skill} scored ${score}; mend the router, which must score with finite numbers`)
    // Adding 0 turns -0 into 0.
    values[skill] = roundScore(score) + 0
    matched[skill] = 1
  }
  return { values, matched }
}
