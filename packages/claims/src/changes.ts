import { round10 } from '@lawbook/base'
import type { LockEntry, Verdict } from '@lawbook/schemas'
import { information } from './verdict.ts'
import { intervalText } from './words.ts'

/** What `changed` says of a claim that could not be judged: its experiment failed, or its measure does not fit it. */
export const untested = 'untested in this run'
/** What `changed` says of a claim that was accepted and that no experiment has any more, and is not yet accepted as such. */
export const gone = 'gone'

/** A claim as it stands now, as far as the lock knows it. */
export type Standing = {
  readonly verdict: Verdict
  readonly value: number | null
  readonly low: number | null
  readonly high: number | null
  readonly rule: string
  /** SHA-256 of the measure's method; null where there is no measure. */
  readonly method: string | null
}

export type Change = {
  /** What moved since the verdict was accepted, in words; null if nothing did. */
  readonly changed: string | null
  /** Why the gate fails on it everywhere; null if it does not. */
  readonly blocks: string | null
}

/**
 * Compare a claim with its accepted line. The gate fails everywhere on a loss of information, a move into or out of a
 * denial and a changed rule or method (the part of the rule that the experiment decides); any other change (also a new
 * claim) fails it only where acceptance is asked for. A claim that comes back after it was accepted as gone is held
 * against the line that it left.
 */
export function changeOf(accepted: LockEntry | undefined, now: Standing): Change {
  if (accepted === undefined) return { changed: 'new', blocks: null }
  const back = accepted.gone === true ? 'back after it was gone' : null
  const rule = accepted.rule === now.rule ? null : 'rule changed'
  const method = movedMethod(accepted.method, now.method) ? 'method changed' : null
  const verdict = accepted.verdict === now.verdict ? null : `verdict ${accepted.verdict} -> ${now.verdict}`
  const all = [back, rule, method, verdict, numbersMoved(accepted, now)].filter((part) => part !== null)
  const blocks = [rule, method, verdict !== null && worse(accepted.verdict, now.verdict) ? verdict : null]
    .filter((part) => part !== null)
    .join('; ')
  return { changed: all.length === 0 ? null : all.join('; '), blocks: blocks === '' ? null : blocks }
}

/** Lines from before methods were kept, and claims without a measure, have none to compare. */
function movedMethod(before: string | undefined, now: string | null): boolean {
  return before !== undefined && now !== null && before !== now
}

const denials: readonly Verdict[] = ['contradicted', 'does-not-carry']

function worse(before: Verdict, after: Verdict): boolean {
  return information(after) < information(before) || denials.includes(before) || denials.includes(after)
}

function numbersMoved(before: LockEntry, now: Standing): string | null {
  if (!same(before.value, now.value)) return `value moved ${before.value ?? 'missing'} -> ${now.value ?? 'missing'}`
  if (same(before.low, now.low) && same(before.high, now.high)) return null
  return `interval moved ${intervalText(before.low, before.high)} -> ${intervalText(now.low, now.high)}`
}

/** Equal at the ten digits that are written. */
function same(a: number | null, b: number | null): boolean {
  return a === null || b === null ? a === b : round10(a) === round10(b)
}
