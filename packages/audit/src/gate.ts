import type { Finding } from './report.ts'

/** What makes a run fail: findings of these kinds. Notes never do, nor does what was accepted. */
export const failures = ['new', 'worse', 'error', 'warning', 'never'] as const
export type FailOn = (typeof failures)[number]

/** Findings held against those of a lock or of another version. */
export type Changes = {
  readonly new: readonly Finding[]
  readonly worse: readonly Finding[]
  /** Keys of findings that are gone. */
  readonly fixed: readonly string[]
  readonly accepted: readonly Finding[]
}

/** What the gate was told, what it saw, and whether it fails. */
export type GateResult = Changes & {
  readonly failOn: FailOn
  /** What the findings were held against; null where there is nothing to compare with. */
  readonly against: 'lock' | 'ref' | null
  /** The findings that make it fail. */
  readonly failing: readonly Finding[]
  readonly failed: boolean
}

/**
 * Whether a run fails. `new`: a new error or warning; `worse`: also one that got worse; `warning` and `error`: one of
 * that level or above that nobody accepted, new or not; `never`: nothing does.
 */
export function gateOf(
  findings: readonly Finding[],
  changes: Changes | null,
  { failOn, against }: Pick<GateResult, 'failOn' | 'against'>,
): GateResult {
  const known: Changes = changes ?? { new: [], worse: [], fixed: [], accepted: [] }
  const accepted = new Set(known.accepted.map(({ key }) => key))
  const counted: Readonly<Record<FailOn, readonly Finding[]>> = {
    new: known.new,
    worse: [...known.new, ...known.worse],
    warning: findings,
    error: findings.filter(({ level }) => level === 'error'),
    never: [],
  }
  const failing = counted[failOn].filter((finding) => finding.level !== 'note' && !accepted.has(finding.key))
  return { ...known, failOn, against, failing, failed: failing.length > 0 }
}
