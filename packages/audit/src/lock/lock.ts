import { byCodeUnit, round10, writeAtomic } from '@lawbook/base'
import type { AuditReport, Finding } from '../report.ts'
import { type AuditLock, lockText } from './auditLock.ts'
import { type FindingChanges, findingChanges } from './findingChanges.ts'

export type { AuditLock } from './auditLock.ts'
export { readLock } from './readLock.ts'

/** The lock of a report: its findings, and what was accepted in the previous lock, which outlives its findings. */
export function lockOf({ findings }: Pick<AuditReport, 'findings'>, previous: AuditLock | null): AuditLock {
  const known = findings.map(({ key, degree }) => ({ key, degree: degree === null ? null : round10(degree) }))
  return { accept: sorted(previous?.accept ?? []), findings: sorted(known) }
}

const sorted = <T extends { readonly key: string }>(rows: readonly T[]): T[] =>
  [...rows].sort((a, b) => byCodeUnit(a.key, b.key))

/** Write a lock all or nothing. */
export const writeLock = (path: string, lock: AuditLock): Promise<void> => writeAtomic(path, lockText(lock))

/** A report against a lock. What was accepted is neither new nor worse, whatever became of it. */
export function compareWithLock(
  { findings }: Pick<AuditReport, 'findings'>,
  lock: AuditLock,
): FindingChanges & { readonly accepted: readonly Finding[] } {
  const accepted = new Set(lock.accept.map(({ key }) => key))
  const changes = findingChanges(lock.findings, findings)
  const open = (found: readonly Finding[]): Finding[] => found.filter(({ key }) => !accepted.has(key))
  return {
    ...{ new: open(changes.new), worse: open(changes.worse), fixed: changes.fixed },
    accepted: findings.filter(({ key }) => accepted.has(key)),
  }
}
