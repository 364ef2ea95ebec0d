import type { AuditRequest } from '../auditLibrary.ts'
import type { Outcome, Share } from '../report.ts'
import type { Decision } from './decision.ts'
import { shareOf } from './share.ts'

/** What was meant: the right skill or none, and which others would do. */
export type Meant = Pick<AuditRequest, 'skill' | 'acceptable' | 'text'>

/** The chances of what became of a request; they add up to 1. `silent`: no skill was chosen. */
export type Fate = {
  readonly right: number
  readonly acceptable: number
  readonly wrong: number
  readonly silent: number
}

/** The fate of a request when a router abstains below `threshold`; a tie is shared evenly. */
export function fateOf({ best, strength }: Decision, { skill, acceptable }: Meant, threshold: number): Fate {
  if (best.length === 0 || strength < threshold) return { right: 0, acceptable: 0, wrong: 0, silent: 1 }
  const right = best.filter((id) => id === skill).length
  const others = best.filter((id) => id !== skill && acceptable.includes(id)).length
  const shared = (count: number): number => count / best.length
  return {
    ...{ right: shared(right), acceptable: shared(others) },
    ...{ wrong: shared(best.length - right - others), silent: 0 },
  }
}

/**
 * The outcome of requests with their fates. Requests that a skill is meant for count by skill: right, acceptable, wrong
 * and missed add up to 1 over them. Those that none is meant for count by text, and apart.
 */
export function outcomeOf(requests: readonly Meant[], fates: readonly Fate[]): Outcome {
  const rows = requests.map(({ skill, text }, i) => ({ skill, text, fate: fates[i]! }))
  const meant = rows.flatMap(({ skill, fate }) => (skill === null ? [] : [{ cluster: skill, fate }]))
  const idle = rows.flatMap(({ skill, text, fate }) => (skill === null ? [{ cluster: text, fate }] : []))
  return {
    right: shareAmong(meant, 'right'),
    acceptable: shareAmong(meant, 'acceptable'),
    wrong: shareAmong(meant, 'wrong'),
    missed: shareAmong(meant, 'silent'),
    firedForNothing: idle.length === 0 ? null : shareAmong(idle, 'wrong'),
  }
}

const shareAmong = (rows: readonly { cluster: string; fate: Fate }[], key: keyof Fate): Share =>
  shareOf(
    rows.map(({ fate }) => fate[key]),
    rows.map(({ cluster }) => cluster),
  )
