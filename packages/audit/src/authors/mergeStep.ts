import type { Library, Skill } from '@lawbook/skills'
import { applyEdits } from '../edit/apply.ts'
import type { Edit, Edited } from '../edit/edit.ts'
import { sameWork } from '../edit/sameWork.ts'
import { analyse } from './analysis.ts'
import { mergeSkills } from './merge.ts'
import { pairsTo } from './pairReview.ts'
import type { Reading } from './reading.ts'

/** The id of the step. */
export const mergeStepId = 'authors-nearest-neighbour-audit'

/**
 * Nearest-neighbour audit: of the pairs under review those that are likely redundant are merged, the right one into
 * the left one; a pair of which one is gone already is passed over. All other pairs are left as they are.
 */
export function mergePairs(library: Library, reading: Reading): Edited {
  const analysis = analyse(library, reading)
  const now = new Map<string, Skill>(library.skills.map((skill) => [skill.id, skill]))
  const edits: Edit[] = []
  for (const pair of pairsTo('merge', analysis.pairs)) {
    const [stays, goes] = [analysis.skills[pair.left]!.skill, analysis.skills[pair.right]!.skill]
    const [intoBefore, before] = [now.get(stays.id), now.get(goes.id)]
    if (intoBefore === undefined || before === undefined) continue
    const after = mergeSkills(intoBefore, before)
    now.delete(goes.id)
    now.set(stays.id, after)
    const reason = `redundant in one family: overlap ${pair.overlap}, merge score ${pair.mergeScore}`
    edits.push({ step: mergeStepId, reason, kind: 'merge', before, intoBefore, after, serves: sameWork(goes, stays) })
  }
  return { library: applyEdits(library, edits), edits }
}
