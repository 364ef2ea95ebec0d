import type { Library, Skill } from '@lawbook/skills'
import { anchorStrength } from './anchorStrength.ts'
import type { Reading } from './reading.ts'
import { round3 } from './round3.ts'
import { comparedWords } from './similarity.ts'

/** What the released code says of a skill that may be added: `overlap` and `anchorStrength` in [0, 1]. */
export type CandidateReview = {
  readonly decision: 'reject' | 'review' | 'approve'
  /** The highest Jaccard index of compared words with a skill of the library; the id of the first that has it. */
  readonly overlap: number
  readonly nearest: string | null
  readonly anchorStrength: number
}

/**
 * The review of a candidate: reject if its id is taken or the overlap is at least .72; review if it is at least .5 or
 * the anchor strength is below .45; else approve (auto_skill_manager, analyze/library.py, `compare_candidate`).
 */
export function candidateReview({ skills }: Library, candidate: Skill, reading: Reading): CandidateReview {
  const anchors = reading.anchors(candidate)
  const own = comparedWords(candidate, anchors)
  const strength = anchorStrength(candidate.description, anchors)
  let overlap = 0
  let nearest: string | null = null
  for (const skill of skills) {
    const jaccard = jaccardOf(own, comparedWords(skill, reading.anchors(skill)))
    if (jaccard > overlap) [overlap, nearest] = [jaccard, skill.id]
  }
  const rejected = overlap >= 0.72 || skills.some(({ id }) => id === candidate.id)
  return {
    decision: rejected ? 'reject' : overlap >= 0.5 || strength < 0.45 ? 'review' : 'approve',
    overlap: round3(overlap),
    nearest,
    anchorStrength: round3(strength),
  }
}

function jaccardOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length
  return common === 0 ? 0 : common / (a.size + b.size - common)
}
