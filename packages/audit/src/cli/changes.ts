import { resolve } from 'node:path'
import { fail } from '@lawbook/base'
import type { AuditLibrary } from '../auditLibrary.ts'
import { type GateResult, gateOf } from '../gate.ts'
import { compareWithLock, lockOf, readLock, writeLock } from '../lock/lock.ts'
import { compared, librarySince } from '../lock/since.ts'
import type { Versions } from '../render/comment.ts'
import type { AuditReport } from '../report.ts'
import type { Io } from './io.ts'
import type { Wanted } from './wanted.ts'

/** Where the lock is unless a call says otherwise. */
export const usualLock = 'audit.lock.json'

/** What a report is held against, and what came of it. */
export type Changed = {
  readonly gate: GateResult
  /** The other version, and how the two differ; null without `--since`. */
  readonly versions: Versions | null
  /** Files that were written: the lock, with `--baseline`. */
  readonly written: readonly string[]
}

/**
 * Hold a report against the lock and, with `--since`, against another version: then what is new is what that version
 * does not have, and the lock says only what was accepted. With `--baseline` the lock is written.
 */
export async function changesOf(
  wanted: Wanted,
  report: AuditReport,
  { io, audited }: { readonly io: Io; audited(library: AuditLibrary): Promise<AuditReport> },
): Promise<Changed> {
  const named = wanted.lock ?? usualLock
  const path = resolve(io.cwd, named)
  const lock = await readLock(path)
  if (wanted.baseline) {
    await writeLock(path, lockOf(report, lock))
    return { gate: gateOf(report.findings, null, { failOn: 'never', against: null }), versions: null, written: [named] }
  }
  const against = wanted.since !== undefined ? 'ref' : lock !== null ? 'lock' : null
  const failOn = wanted.failOn ?? (io.ci && against !== null ? 'new' : 'never')
  const known = lock === null ? null : compareWithLock(report, lock)
  const versions =
    wanted.since === undefined ? null : await versionsOf(wanted.since, wanted.source, report, io, audited)
  const changes = versions === null ? known : { ...versions.compared.findings, accepted: known?.accepted ?? [] }
  return { gate: gateOf(report.findings, changes, { failOn, against }), versions, written: [] }
}

/** The library at a git ref, audited on the same requests. */
async function versionsOf(
  ref: string,
  source: string | undefined,
  after: AuditReport,
  { cwd }: Io,
  audited: (library: AuditLibrary) => Promise<AuditReport>,
): Promise<Versions> {
  const before = await audited(await librarySince(source, ref, cwd))
  return { ref, before, after, compared: compared(before, after) }
}

/**
 * What the gate needs is there, or LB_INPUT for a lock that is named and missing and LB_USAGE where new findings are
 * asked for and there is nothing to hold them against. Asked before the work begins, so that nobody waits for it.
 */
export async function checkGate({ failOn, since, lock, baseline }: Wanted, { cwd }: Io): Promise<void> {
  if (baseline || (await readLock(resolve(cwd, lock ?? usualLock))) !== null) return
  if (lock !== undefined) fail('LB_INPUT', `there is no lock ${lock}; write it with --baseline, or leave --lock out`)
  if ((failOn === 'new' || failOn === 'worse') && since === undefined)
    fail(
      'LB_USAGE',
      `--fail-on ${failOn} needs something to compare with: write a lock with --baseline, or give --since <ref>`,
    )
}
