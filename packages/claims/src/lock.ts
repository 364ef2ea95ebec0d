import { join } from 'node:path'
import { asLawbookError, byCodeUnit, fail, readJson, sha256, writeAtomic } from '@lawbook/base'
import { type DiffClaim, type Lock, type LockEntry, validate } from '@lawbook/schemas'
import { untested } from './changes.ts'

const file = 'verdicts.lock.json'

/** The accepted verdicts of a checkout; empty where there is no file yet. Throws LB_JSON, LB_SCHEMA, LB_DUPLICATE_ID. */
export async function readLock(root: string): Promise<Lock> {
  const path = join(root, file)
  const json = await readJson(path).catch((thrown: unknown) => {
    if (asLawbookError(thrown).code !== 'LB_DATA_MISSING') throw thrown
    return { schema: 'lawbook/lock@1', claims: [] }
  })
  const lock = validate('lawbook/lock@1', json, path)
  const ids = new Set<string>()
  for (const { id } of lock.claims) {
    if (ids.has(id)) fail('LB_DUPLICATE_ID', `${path} has the claim ${id} twice; keep one line`)
    ids.add(id)
  }
  return lock
}

/** Write the lock all or nothing: valid JSON with one claim a line, sorted by id, so that a diff reads by claim. */
export async function writeLock(root: string, lock: Lock): Promise<void> {
  const path = join(root, file)
  const claims = validate('lawbook/lock@1', lock, path).claims
  const lines = sorted(claims).claims.map((entry) => JSON.stringify(entry))
  const body = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n]`
  await writeAtomic(path, `{"schema":"lawbook/lock@1","claims":${body}}\n`)
}

/**
 * The lock with one claim as it stands now. `rule` is the claim's `ruleHash`; null for a claim that is gone, whose line
 * stays, marked `gone`. Rule and method of the first result are kept from their first change on, for ever: also when
 * they change back, and when the claim goes and comes back. Throws LB_USAGE for a claim that was not tested in this run,
 * or without a reason.
 */
export function accept(lock: Lock, claim: DiffClaim, because: string, rule: string | null): Lock {
  if (because.trim() === '') fail('LB_USAGE', `accepting ${claim.id} needs a reason; use --because "..."`)
  if (claim.changed === untested)
    fail('LB_USAGE', `${claim.id} cannot be accepted: ${claim.why}; mend that and run ${claim.experiment} first`)
  const others = lock.claims.filter(({ id }) => id !== claim.id)
  const before = lock.claims.find(({ id }) => id === claim.id)
  if (rule === null) return before === undefined ? lock : sorted([...others, { ...before, gone: true, because }])
  // Where there is no measure the last method stays, so that a gap hides no change.
  const method = claim.measure === null ? before?.method : sha256(claim.measure.method)
  const firstRule = before?.firstRule ?? changedFrom(before?.rule, rule)
  const firstMethod = before?.firstMethod ?? changedFrom(before?.method, method)
  const entry: LockEntry = {
    id: claim.id,
    verdict: claim.verdict,
    value: claim.measure?.value ?? null,
    low: claim.measure?.low ?? null,
    high: claim.measure?.high ?? null,
    n: claim.measure?.n ?? 0,
    rule,
    ...(firstRule === undefined ? {} : { firstRule }),
    ...(method === undefined ? {} : { method }),
    ...(firstMethod === undefined ? {} : { firstMethod }),
    because,
  }
  return sorted([...others, entry])
}

/** What there was before, where it is another now. */
function changedFrom(before: string | undefined, now: string | undefined): string | undefined {
  return before === now ? undefined : before
}

function sorted(claims: readonly LockEntry[]): Lock {
  return { schema: 'lawbook/lock@1', claims: [...claims].sort((a, b) => byCodeUnit(a.id, b.id)) }
}
