import { byCodeUnit, round10 } from '@lawbook/base'
import type { Finding } from '../report.ts'
import type { Known } from './auditLock.ts'

/** Findings now against those that were known before, by key. */
export type FindingChanges = {
  readonly new: readonly Finding[]
  readonly worse: readonly Finding[]
  /** Keys that were known and are gone, sorted. */
  readonly fixed: readonly string[]
}

const share = 0.1
const least = 0.02

/**
 * What is new, worse and fixed, new and worse in the order of the findings. Worse: the degree grew by more than 10 %
 * and by more than .02, so that a skill that is added somewhere else does not make every degree worse.
 */
export function findingChanges(known: readonly Known[], findings: readonly Finding[]): FindingChanges {
  const before = new Map(known.map(({ key, degree }) => [key, degree]))
  const now = new Set(findings.map(({ key }) => key))
  return {
    new: findings.filter(({ key }) => !before.has(key)),
    worse: findings.filter(({ key, degree }) => grew(before.get(key) ?? null, degree)),
    fixed: [...before.keys()].filter((key) => !now.has(key)).sort(byCodeUnit),
  }
}

function grew(before: number | null, now: number | null): boolean {
  if (before === null || now === null) return false
  const more = round10(now - before)
  return more > round10(share * Math.abs(before)) && more > least
}
