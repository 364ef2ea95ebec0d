import type { Skill } from '@lawbook/skills'
import { anchorStrength } from './anchorStrength.ts'
import type { Anchors } from './anchors.ts'
import type { Reading } from './reading.ts'

/** A skill with what the released code is told of it, and its anchor strength before rounding. */
export type Described = {
  readonly skill: Skill
  readonly anchors: Anchors
  readonly family: string
  readonly strength: number
}

/** A skill as a reading describes it. */
export function describe(skill: Skill, reading: Reading): Described {
  const anchors = reading.anchors(skill)
  return { skill, anchors, family: reading.family(skill), strength: anchorStrength(skill.description, anchors) }
}
