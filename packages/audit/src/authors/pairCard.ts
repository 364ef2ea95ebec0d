import type { Described } from './described.ts'
import {
  anchorOverlap,
  competitionRisk,
  mergeScore,
  overlap,
  splitSignal,
  strongTow,
  weakDrag,
} from './pairQuantities.ts'
import { round3 } from './round3.ts'

/** The scores of a pair, in [0, 1], to three decimals as the released rules read them (scoring/pairs.py). */
export type PairCard = {
  /** Indices in the library, left < right. */
  readonly left: number
  readonly right: number
  readonly sameFamily: boolean
  readonly similarity: number
  readonly competitionRisk: number
  readonly anchorOverlap: number
  readonly overlap: number
  readonly mergeScore: number
  readonly splitSignal: number
  readonly weakDrag: number
  readonly strongTow: number
}

/** The card of the pair (left, right) of similarity s. */
export function pairCard(skills: readonly Described[], left: number, right: number, s: number): PairCard {
  const [a, b] = [skills[left]!, skills[right]!]
  const sameFamily = a.family === b.family
  const risk = competitionRisk(s)
  const anchors = anchorOverlap(a.anchors, b.anchors)
  return {
    left,
    right,
    sameFamily,
    similarity: round3(s),
    competitionRisk: round3(risk),
    anchorOverlap: round3(anchors),
    overlap: round3(overlap(s, anchors)),
    mergeScore: round3(mergeScore(risk, sameFamily)),
    splitSignal: splitSignal(s, sameFamily),
    weakDrag: round3(weakDrag(s, anchors)),
    strongTow: round3(strongTow(s, a.strength, b.strength, sameFamily)),
  }
}
