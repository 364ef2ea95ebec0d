import { roundScore } from '@lawbook/base'
import type { Library, Request } from '@lawbook/skills'
import { tieKey } from './choose.ts'
import type { FittedListwise, FittedPointwise, Scores } from './router.ts'

/** What one list, the scores of one request, gives each of the candidates shown, in their order. */
export type Shares = (scores: Scores) => (candidates: Int32Array) => Float64Array

/**
 * A listwise router over several pointwise ones: a candidate's score is the sum of what each list gives it among the
 * candidates shown, rounded; ties go to the smallest `tieKey`. Candidates that no list matches are never chosen, and
 * where there is no other the router abstains. The scores of the last request asked are kept: a sweep asks it in many
 * libraries.
 */
export function fuse({ skills }: Library, parts: readonly FittedPointwise[], shares: Shares): FittedListwise {
  let last: {
    readonly request: Request
    readonly matched: Uint8Array
    readonly give: readonly ((candidates: Int32Array) => Float64Array)[]
  } | null = null
  return {
    choose(request, candidates) {
      if (last?.request !== request) {
        const lists = parts.map((part) => part.score(request))
        const matched = Uint8Array.from(skills, (_, j) => (lists.some((list) => list.matched[j] === 1) ? 1 : 0))
        last = { request, matched, give: lists.map(shares) }
      }
      const given = last.give.map((list) => list(candidates))
      let best: number | null = null
      let highest = Number.NEGATIVE_INFINITY
      for (let at = 0; at < candidates.length; at++) {
        const j = candidates[at]!
        if (last.matched[j] === 0) continue
        let sum = 0
        for (const list of given) sum += list[at]!
        const score = roundScore(sum)
        if (score < highest) continue
        if (score === highest && tieKey(request.id, skills[j]!.id) > tieKey(request.id, skills[best!]!.id)) continue
        best = j
        highest = score
      }
      return best
    },
  }
}
