import type { Library, Skill } from '@lawbook/skills'
import { applyEdits } from '../edit/apply.ts'
import type { Edit, Edited } from '../edit/edit.ts'
import { analyse } from './analysis.ts'
import type { Described } from './described.ts'
import { pairsTo } from './pairReview.ts'
import type { Reading } from './reading.ts'
import { boundaryClauses, rewriteTemplate } from './template.ts'

/** The id of the step. */
export const boundaryStepId = 'authors-boundary-rewriting'

/**
 * Reciprocal boundary rewrites: both skills of each pair under review that is not merged say that they are not for the
 * other. Every rewrite starts from the skill as it was analysed, so that of two pairs with one skill the later one
 * stands, as in the released code; added clauses (`append`) stay all.
 */
export function rewriteBoundaries(library: Library, reading: Reading): Edited {
  const analysis = analyse(library, reading)
  const now = new Map<string, Skill>(library.skills.map((skill) => [skill.id, skill]))
  const edits: Edit[] = []
  for (const { left, right, similarity, competitionRisk } of pairsTo('boundary', analysis.pairs)) {
    const pair = [analysis.skills[left]!, analysis.skills[right]!] as const
    for (const [one, other] of [pair, [pair[1], pair[0]] as const]) {
      const before = now.get(one.skill.id)!
      const after = { ...before, description: bounded(before, one, other, reading.boundary) }
      if (after.description === before.description) continue
      now.set(after.id, after)
      const reason = `competes with ${other.skill.id}: similarity ${similarity}, competition risk ${competitionRisk}`
      edits.push({ step: boundaryStepId, reason, kind: 'rewrite', before, after })
    }
  }
  return { library: applyEdits(library, edits), edits }
}

function bounded(now: Skill, one: Described, other: Described, how: Reading['boundary']): string {
  const clauses = boundaryClauses(other)
  if (how === 'replace') return rewriteTemplate(one, clauses)
  const added = clauses.join('; ')
  return now.description.includes(added) ? now.description : `${now.description} Boundary: ${added}.`.trim()
}
