import { byCodeUnit, LawbookError, sha256 } from '@lawbook/base'
import type { Diff, DiffClaim, Lock, LockEntry, Measure, StoredResult } from '@lawbook/schemas'
import { changeOf, gone, untested } from './changes.ts'
import { expected } from './expected.ts'
import { power } from './power.ts'
import type { RegisteredClaim, Registry } from './registry.ts'
import { ruleHash } from './rule.ts'
import { summarise } from './summary.ts'
import { judge } from './verdict.ts'

export type DiffInput = {
  readonly registry: Registry
  /** By experiment id: its result, null if it failed in this run, absent if it has never run. */
  readonly results: ReadonlyMap<string, StoredResult | null>
  readonly lock: Lock
  /** By claim id: the path of the figure that shows it. */
  readonly figures?: ReadonlyMap<string, string>
  /** Also fail the gate on what is new, gone or moved and was not accepted. */
  readonly ci?: boolean
}

/** A claim with the reasons for which the gate fails on it: everywhere, and where acceptance is asked for. */
type Judged = { readonly claim: DiffClaim; readonly blocks: string | null }

/**
 * Claimed against reproduced: every claim with its verdict, what moved since it was accepted, and the gate. The gate
 * fails on any loss of information, any move into or out of a denial, any changed rule or method and any claim that was
 * not tested: because its experiment failed, or because claim and measure do not fit each other, which stops no other
 * claim. With `ci` it also fails on a claim that is new, back, gone or moved. Its reasons begin with the claim's id.
 */
export function computeDiff({ registry, results, lock, figures, ci = false }: DiffInput): Diff {
  const accepted = new Map(lock.claims.map((entry) => [entry.id, entry]))
  const present = registry.claims.map((claim) =>
    judgeClaim(claim, results.get(claim.experiment), accepted.get(claim.id), figures?.get(claim.id) ?? null),
  )
  const known = new Set(registry.claims.map(({ id }) => id))
  // A line that was accepted as gone is kept for the day the claim comes back, and shown to nobody before.
  const missing = lock.claims.filter(({ id, gone }) => !known.has(id) && gone !== true).map(goneClaim)
  const judged = [...present, ...missing].sort((a, b) => byCodeUnit(a.claim.id, b.claim.id))
  const reasons = judged.flatMap(({ claim, blocks }) => {
    const reason = blocks ?? (ci ? claim.changed : null)
    return reason === null ? [] : [`${claim.id}: ${reason}`]
  })
  return {
    schema: 'lawbook/diff@1',
    summary: summarise(judged.map(({ claim }) => claim)),
    gate: { passed: reasons.length === 0, reasons },
    claims: judged.map(({ claim }) => claim),
  }
}

/** Why the gate fails on a claim, without the claim's id; empty if it does not. */
export function gateReasons(diff: Diff, id: string): string[] {
  const head = `${id}: `
  return diff.gate.reasons.filter((reason) => reason.startsWith(head)).map((reason) => reason.slice(head.length))
}

function judgeClaim(
  claim: RegisteredClaim,
  stored: StoredResult | null | undefined,
  accepted: LockEntry | undefined,
  figure: string | null,
): Judged {
  const { id, ref, paper, statement, printed, comparability, experiment } = claim
  const { allowed, direction, unit, neutral } = expected(claim)
  const frame = { id, ref, paper, statement, printed, expected: { allowed, direction, unit, neutral } }
  const ground = { accepted: accepted?.verdict ?? null, comparability, experiment, figure }
  if (stored === null) return notTested(`${experiment} failed`)
  try {
    const found = stored?.result.measures.find((one) => one.id === claim.measure)
    const { verdict, why } =
      stored === undefined
        ? { verdict: 'not-testable' as const, why: `${experiment} has no result; run it first` }
        : judge({ claim, measure: found, fidelity: stored.result.fidelity })
    const measure = found === undefined ? null : measured(claim, found, stored!)
    const { value, low, high } = measure ?? { value: null, low: null, high: null }
    const method = measure === null ? null : sha256(measure.method)
    const change = changeOf(accepted, { verdict, value, low, high, rule: ruleHash(claim), method })
    return { claim: { ...frame, measure, verdict, why, ...ground, changed: change.changed }, blocks: change.blocks }
  } catch (thrown) {
    // One claim and measure that do not fit each other must not hide the others.
    if (thrown instanceof LawbookError) return notTested(thrown.message)
    throw thrown
  }

  function notTested(reason: string): Judged {
    const why = `${untested}: ${reason}`
    return {
      claim: { ...frame, measure: null, verdict: 'not-testable', why, ...ground, changed: untested },
      blocks: why,
    }
  }
}

function measured(
  claim: RegisteredClaim,
  measure: Measure,
  { tables }: StoredResult,
): NonNullable<DiffClaim['measure']> {
  const { value, i90, n, unit, method, evidence } = measure
  const { power: noticed, falseAlarm, recognised } = power(claim, tables.worlds ?? [])
  const [low, high] = (i90 ?? [null, null]) as [number | null, number | null]
  return { value, low, high, n, unit, method, evidence, power: noticed, falseAlarm, recognised }
}

/** What is left of a claim that no experiment has any more: its line in the lock. It is counted in no group. */
function goneClaim({ id, verdict }: LockEntry): Judged {
  const paper = id.slice(0, id.indexOf('/'))
  const claim: DiffClaim = {
    id,
    ref: id,
    paper,
    statement: 'This claim was accepted once and is in no claims.json any more.',
    printed: '–',
    expected: { allowed: null, direction: null, unit: '–', neutral: null },
    measure: null,
    verdict: 'not-testable',
    why: 'no experiment has this claim any more',
    accepted: verdict,
    changed: gone,
    comparability: verdict === 'consistent' || verdict === 'does-not-carry' ? 'form-only' : 'same-data',
    experiment: 'none',
    figure: null,
  }
  return { claim, blocks: null }
}
