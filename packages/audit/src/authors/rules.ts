import type { PairCard } from './pairCard.ts'
import type { SkillCard } from './skillCard.ts'

/**
 * Whether a skill needs attention: rewrite priority >= .32, and abstraction >= .45, black-hole risk >= .22 or weakness
 * >= .18 (auto_skill_manager, scoring/recommendations.py; so are all rules here).
 */
export const toManage = (card: SkillCard): boolean =>
  card.rewritePriority >= 0.32 && (card.abstraction >= 0.45 || card.blackHoleRisk >= 0.22 || card.weakness >= 0.18)

/** Whether a managed skill goes: black-hole risk >= .55, abstraction >= .5, anchor strength < .2, not protected. */
export const toRemove = (card: SkillCard, isProtected: boolean): boolean =>
  !isProtected && card.blackHoleRisk >= 0.55 && card.abstraction >= 0.5 && card.anchorStrength < 0.2

/** Whether a managed skill is narrowed: black-hole risk >= .45, or abstraction >= .5 and weakness >= .3. */
export const toNarrow = (card: SkillCard): boolean =>
  card.blackHoleRisk >= 0.45 || (card.abstraction >= 0.5 && card.weakness >= 0.3)

/** What is done about a skill; of several rules the first that holds: remove, narrow, rewrite. */
export function skillAction(card: SkillCard, isProtected: boolean): 'remove' | 'narrow' | 'rewrite' | null {
  if (!toManage(card)) return null
  return toRemove(card, isProtected) ? 'remove' : toNarrow(card) ? 'narrow' : 'rewrite'
}

/**
 * What is done about a pair under review: nothing unless its merge score >= .22 and (risk >= .22, overlap >= .2 or one
 * family); then a merge within a family from an overlap of .32 on, else reciprocal boundary rewrites.
 */
export function pairAction(pair: PairCard): 'merge' | 'boundary' | null {
  const { mergeScore, competitionRisk, overlap, sameFamily } = pair
  if (mergeScore < 0.22 || (competitionRisk < 0.22 && overlap < 0.2 && !sameFamily)) return null
  return sameFamily && overlap >= 0.32 ? 'merge' : 'boundary'
}

/** How sure the released code is of what it does about a pair: the larger of merge score and risk, in [0, 1]. */
export const pairConfidence = ({ mergeScore, competitionRisk }: PairCard): number =>
  Math.max(mergeScore, competitionRisk)
