import { fail } from '@lawbook/base'
import type { Trial, TrialStatus } from './result.ts'

/** What came of some trials. Passes and checks are of scored trials alone. */
export type Tally = {
  readonly planned: number
  readonly scored: number
  /** How many were never scored, by status; a status that did not come up is left out. */
  readonly notScored: { readonly [status in Exclude<TrialStatus, 'scored'>]?: number }
  readonly strictPasses: number
  readonly upstreamPasses: number
  /** Means over scored trials, 0 to 1; null without any. */
  readonly meanFlat: number | null
  readonly meanDeclared: number | null
  /** All planned checks of scored trials, and those that passed. */
  readonly checks: number
  readonly checksPassed: number
}

/** Count trials, of which so many were planned. Where the books do not balance it throws LB_BOOKS. */
export function tally(trials: readonly Trial[], planned: number): Tally {
  const scored = trials.filter(({ status }) => status === 'scored')
  const notScored: Partial<Record<TrialStatus, number>> = {}
  for (const { status } of trials) if (status !== 'scored') notScored[status] = (notScored[status] ?? 0) + 1
  const unscored = Object.values(notScored).reduce((sum, n) => sum + n, 0)
  if (planned !== scored.length + unscored)
    fail('LB_BOOKS', `${planned} trials were planned, but ${scored.length} were scored and ${unscored} were not`)
  const checks = scored.flatMap((trial) => trial.checks)
  return {
    planned,
    scored: scored.length,
    notScored,
    strictPasses: scored.filter(({ passed }) => passed.strict === true).length,
    upstreamPasses: scored.filter(({ passed }) => passed.upstream === true).length,
    meanFlat: meanScore(scored, 'flat'),
    meanDeclared: meanScore(scored, 'declared'),
    checks: checks.length,
    checksPassed: checks.filter(({ outcome }) => outcome === 'passed').length,
  }
}

function meanScore(scored: readonly Trial[], weights: 'flat' | 'declared'): number | null {
  const scores = scored.map(({ score }) => score[weights]).filter((score) => score !== null)
  return scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
