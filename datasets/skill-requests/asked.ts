import type { Ledger } from '@lawbook/schemas'
import type { Request } from '@lawbook/skills'
import type { Half } from './splits.ts'

export type Wording = Request['wording']
export const wordings: readonly Wording[] = ['direct', 'situated']

/** The requests whose right skill is in a half: those that an experiment may ask. */
export function admitted({
  requests,
  split,
}: {
  readonly requests: readonly Request[]
  readonly split: Readonly<Record<string, Half>>
}): Request[] {
  return requests.filter(({ skill }) => split[skill] !== undefined)
}

/**
 * The two books of an experiment that asks these requests: how many were written and `used`, and how many of these were
 * `judged`. `why` is the reason why the others were not.
 */
export function ledgers(
  {
    planned,
    excluded,
    requests,
  }: {
    readonly planned: number
    readonly excluded: Readonly<Record<string, number>>
    readonly requests: readonly Request[]
  },
  used: number,
  judged: number,
  why: string,
): Ledger[] {
  return [
    {
      stage: 'requests written',
      planned,
      used,
      excluded: Object.entries(excluded).map(([reason, n]) => ({ reason, n })),
      failed: 0,
      // Counted, not what is left over: books that do not balance have to show.
      missing: requests.length - used,
    },
    {
      stage: 'requests used',
      planned: used,
      used: judged,
      excluded: [{ reason: why, n: used - judged }],
      failed: 0,
      missing: 0,
    },
  ]
}
