import type { Library } from '@lawbook/skills'
import { applyEdits } from '../edit/apply.ts'
import type { Edit, Edited } from '../edit/edit.ts'
import { analyse } from './analysis.ts'
import type { Described } from './described.ts'
import type { Reading } from './reading.ts'
import { skillAction } from './rules.ts'
import type { SkillCard } from './skillCard.ts'
import { preferSpecialists, rewriteTemplate } from './template.ts'

/** The ids of the two steps. */
export const removalStepId = 'authors-abstract-removal'
export const anchoringStepId = 'authors-prompt-anchoring'

/**
 * Abstract-skill removal: managed skills that the remove rule names go, those that the narrow rule names are rewritten
 * by the template. A skill with the tag `protected` is never removed: the released code reads this from the skill's
 * metadata, of which a skill keeps the tags.
 */
export function removeAbstract(library: Library, reading: Reading): Edited {
  return editEach(library, reading, (one, card) => {
    const action = skillAction(card, isProtected(one))
    const { blackHoleRisk, abstraction, anchorStrength } = card
    const numbers = `black-hole risk ${blackHoleRisk}, abstraction ${abstraction}, anchor strength ${anchorStrength}`
    if (action === 'remove')
      return { step: removalStepId, reason: `broad and unanchored: ${numbers}`, kind: 'remove', before: one.skill }
    return action === 'narrow' ? rewritten(one, removalStepId, `too broad: ${numbers}`, []) : null
  })
}

/**
 * Prompt anchoring: the rewrite template for managed skills that are neither removed nor narrowed. The released code
 * has no function of this name; this is what it does about skills by way of verbs, objects and constraints alone.
 */
export function anchorPrompts(library: Library, reading: Reading): Edited {
  return editEach(library, reading, (one, card) => {
    if (skillAction(card, isProtected(one)) !== 'rewrite') return null
    const reason = `weakly anchored: rewrite priority ${card.rewritePriority}, anchor strength ${card.anchorStrength}`
    return rewritten(one, anchoringStepId, reason, [preferSpecialists])
  })
}

const isProtected = ({ skill }: Described): boolean => skill.tags.includes('protected')

function rewritten(one: Described, step: string, reason: string, extra: readonly string[]): Edit | null {
  const description = rewriteTemplate(one, extra)
  if (description === one.skill.description) return null
  return { step, reason, kind: 'rewrite', before: one.skill, after: { ...one.skill, description } }
}

function editEach(library: Library, reading: Reading, edit: (one: Described, card: SkillCard) => Edit | null): Edited {
  const { skills, cards } = analyse(library, reading)
  const edits = skills.map((one, i) => edit(one, cards[i]!)).filter((made) => made !== null)
  return { library: applyEdits(library, edits), edits }
}
