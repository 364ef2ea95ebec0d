import { exposed, tokens } from '@lawbook/skills'
import type { Asked } from './asked.ts'
import type { Candidate } from './candidates.ts'
import type { RoutersAsked } from './routersAsked.ts'

/**
 * The numbers of the requests that edits can touch: the right skill or one that a router chooses is edited, or they
 * share a word with what is added to a listing.
 */
export function touchedBy(
  candidates: readonly Candidate[],
  requests: readonly Asked[],
  { bases }: RoutersAsked,
): number[] {
  const skills = new Set(candidates.flatMap(({ taken }) => taken))
  const added = new Set(candidates.flatMap(addedStems))
  return [...requests.keys()].filter((i) => {
    const { right, text } = requests[i]!
    if (skills.has(right) || tokens(text).some((stem) => added.has(stem))) return true
    return bases.some(({ contests }) => {
      const { at, scores } = contests[i]!
      return at.some((skill, k) => scores[k] === scores[0] && skills.has(skill))
    })
  })
}

/** The stems that an edit adds to the listing of the skill that stays. */
function addedStems({ edit }: Candidate): string[] {
  const before = new Set(tokens(exposed(edit.kind === 'merge' ? edit.intoBefore : edit.before)))
  return tokens(exposed(edit.after)).filter((stem) => !before.has(stem))
}
