import { authorsFamily, type Skill } from '@lawbook/skills'
import { type Anchors, readAnchors } from './anchors.ts'

/** Where the released code can be read in more than one way on a library of plain SKILL.md files. */
export type Reading = {
  /** The anchors of a skill, which the released code takes as given (`readAnchors`, `noAnchors`). */
  readonly anchors: (skill: Skill) => Anchors
  /** The family of a skill, which the released code takes as given too. */
  readonly family: (skill: Skill) => string
  /** Whose eight pairs are reviewed: those most at risk in the whole library, as released, or eight for each skill. */
  readonly review: 'library' | 'skill'
  /** Whether a boundary rewrite puts the template in the place of a description, as released, or adds its clauses. */
  readonly boundary: 'replace' | 'append'
}

/** The reading that the four steps have: as released, with anchors and families read from what a SKILL.md shows. */
export const releasedReading: Reading = {
  anchors: readAnchors,
  family: ({ name }) => authorsFamily(name),
  review: 'library',
  boundary: 'replace',
}
