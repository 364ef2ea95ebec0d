import type { Diff, DiffClaim } from '@lawbook/schemas'
import { verdicts } from '@lawbook/schemas'
import { gone, untested } from './changes.ts'

/** Every word that a claim is counted under, in the order in which counts are shown. */
const words = [...verdicts, 'untested'] as const

/**
 * How many claims have each verdict, in the order of `verdicts`; words that no claim has are left out. A claim that was
 * not tested in this run counts as `untested`: not-testable says something of the claim, a failed run does not.
 */
export function countVerdicts(claims: readonly DiffClaim[]): Record<string, number> {
  const word = ({ verdict, changed }: DiffClaim) => (changed === untested ? 'untested' : verdict)
  const counted = words.map((one) => [one, claims.filter((claim) => word(claim) === one).length] as const)
  return Object.fromEntries(counted.filter(([, n]) => n > 0))
}

/** The counts of verdicts, one object a comparability: the groups are never added. Claims that are gone count nowhere. */
export function summarise(claims: readonly DiffClaim[]): Diff['summary'] {
  const present = claims.filter(({ changed }) => changed !== gone)
  const groups = [...new Set(present.map(({ comparability }) => comparability))]
  return Object.fromEntries(
    groups.map((group) => [group, countVerdicts(present.filter(({ comparability }) => comparability === group))]),
  )
}
