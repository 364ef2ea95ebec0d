import { abstraction } from './abstraction.ts'
import type { Described } from './described.ts'
import { round3 } from './round3.ts'
import {
  blackHoleRisk,
  boltzmannAccuracy,
  competition,
  familyConflict,
  rewritePriority,
  routingFragility,
} from './skillQuantities.ts'

/** The scores of a skill, in [0, 1], to three decimals as the released rules read them; `accuracy` is not rounded. */
export type SkillCard = {
  readonly anchorStrength: number
  readonly weakness: number
  readonly abstraction: number
  readonly competition: number
  readonly familyConflict: number
  readonly blackHoleRisk: number
  readonly routingFragility: number
  readonly rewritePriority: number
  readonly accuracy: number
}

/** Where a skill stands among the others: CI, its highest similarity, the members of its family, n. */
export type Surroundings = {
  readonly index: number
  readonly nearest: number
  /** With the skill itself. */
  readonly members: number
  readonly size: number
}

/** The card of a skill: scores are made of unrounded ones, and of the rounded similarity (scoring/skills.py). */
export function skillCard({ skill, strength }: Described, { index, nearest, members, size }: Surroundings): SkillCard {
  const weakness = 1 - strength
  const abstract = abstraction(skill.description)
  const competed = competition(strength, index)
  const conflict = familyConflict(members - 1, size)
  const blackHole = blackHoleRisk(competed, weakness, abstract, conflict)
  return {
    anchorStrength: round3(strength),
    weakness: round3(weakness),
    abstraction: abstract,
    competition: round3(competed),
    familyConflict: round3(conflict),
    blackHoleRisk: round3(blackHole),
    routingFragility: round3(routingFragility(competed, weakness, abstract)),
    rewritePriority: round3(rewritePriority(blackHole, abstract, weakness, round3(nearest))),
    accuracy: boltzmannAccuracy(round3(strength), index),
  }
}
