import { chooseAmong, type FittedPointwise, type Scores } from '@lawbook/routers'
import type { Library, Request } from '@lawbook/skills'
import { targetsOf } from './ranks.ts'

/**
 * Where the right skill stands for one request among the M = S - 1 other skills of a library of S: everything that
 * exact expectations need, and the decision in the full library. The compact evidence of a routing experiment.
 */
export type Standing = {
  /** The index of the right skill. */
  readonly target: number
  /** Matched competitors that score above the right skill; all matched competitors if the right skill is unmatched. */
  readonly beaten: number
  /** Matched competitors that score the same; 0 if the right skill is unmatched. */
  readonly ties: number
  /** Competitors that share something with the request. */
  readonly matched: number
  /** False if the right skill shares nothing with the request: then it is never chosen. */
  readonly targetMatched: boolean
  /** The skill chosen in the full library, ties broken by a hash of ids; null if the router abstains. */
  readonly winner: number | null
  /** True if several skills had the winner's score. */
  readonly tieBroken: boolean
}

/** The standing of each request. */
export function standingsOf(fitted: FittedPointwise, library: Library, requests: readonly Request[]): Standing[] {
  const targets = targetsOf(library, requests)
  const everything = Int32Array.from(library.skills.keys())
  return requests.map((request, i) => {
    const scores = fitted.score(request)
    const choice = chooseAmong(request, library, scores, everything)
    const [winner, tieBroken] = choice === null ? [null, false] : [choice.skill, choice.tied > 1]
    return { ...countAround(scores, targets[i]!), winner, tieBroken }
  })
}

function countAround({ values, matched }: Scores, target: number): Omit<Standing, 'winner' | 'tieBroken'> {
  const targetMatched = matched[target] === 1
  const right = targetMatched ? values[target]! : Number.NEGATIVE_INFINITY
  let [beaten, ties, all] = [0, 0, 0]
  for (let j = 0; j < values.length; j++) {
    if (j === target || matched[j] === 0) continue
    all++
    if (values[j]! > right) beaten++
    else if (values[j] === right) ties++
  }
  return { target, beaten, ties, matched: all, targetMatched }
}
