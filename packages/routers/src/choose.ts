import { hash32 } from '@lawbook/base'
import type { Library, Request } from '@lawbook/skills'
import type { Scores } from './router.ts'

/** A decision: the skill chosen and how many candidates, itself included, had its score. */
export type Choice = { readonly skill: number; readonly tied: number }

/** The place of a skill in a tie, lowest first: a hash of both ids, so that no skill gains from its name. */
export function tieKey(requestId: string, skillId: string): number {
  return hash32(`${requestId}\u0000${skillId}`)
}

/**
 * The decision of a pointwise router among candidates (indices into the library, distinct): the matched candidate with
 * the highest score, ties to the smallest `tieKey`. Null when nothing is matched: the router abstains.
 */
export function chooseAmong(
  request: Request,
  { skills }: Library,
  { values, matched }: Scores,
  candidates: Int32Array,
): Choice | null {
  let best = Number.NEGATIVE_INFINITY
  let tied: number[] = []
  for (const j of candidates) {
    if (matched[j] === 0 || values[j]! < best) continue
    if (values[j]! > best) {
      best = values[j]!
      tied = []
    }
    tied.push(j)
  }
  if (tied.length === 0) return null
  const key = (j: number): number => tieKey(request.id, skills[j]!.id)
  return { skill: tied.reduce((a, b) => (key(b) < key(a) ? b : a)), tied: tied.length }
}
