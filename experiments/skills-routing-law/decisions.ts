import { fail } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import type { Half, Wording } from '@lawbook/skill-requests'
import type { Standing } from '@lawbook/sweeps'

type Counts = Pick<Standing, 'beaten' | 'ties' | 'matched' | 'targetMatched'>

/** Who was asked what, and where the right skill stood in the full library. */
export type Decisions = {
  /** Row numbers of the requests of one half and wording. */
  rows(half: Half | 'all', wording: Wording): number[]
  standing(router: string, row: number): Counts
  /** The skill chosen in the full library, as an index; null if the router abstained. */
  winner(router: string, row: number): number | null
  target(row: number): number
}

/**
 * Columns of a router in the table `decisions`. An unmatched right skill has no `beaten`, and only then does it matter
 * how many others are `matched`; an abstention has no `winner`.
 */
export function decisionCells(router: string, { beaten, ties, matched, targetMatched, winner }: Standing): Row {
  return {
    [`${router}.beaten`]: targetMatched ? beaten : null,
    [`${router}.ties`]: targetMatched ? ties : null,
    [`${router}.matched`]: targetMatched ? null : matched,
    [`${router}.winner`]: winner,
  }
}

/** Whether the table `decisions` has a router's columns: a router that is asked in drawn libraries only has none. */
export function isDecided(router: string, decisions: readonly Row[]): boolean {
  return decisions[0] !== undefined && `${router}.beaten` in decisions[0]
}

/** Read the table `decisions`; a column that it lacks throws LB_DATA_MISSING. */
export function readDecisions(decisions: readonly Row[]): Decisions {
  const cell = (router: string, field: string, row: number): number | null => {
    const value = decisions[row]![`${router}.${field}`]
    return value === undefined
      ? fail('LB_DATA_MISSING', `the table decisions lacks the column ${router}.${field}; observe the experiment again`)
      : (value as number | null)
  }
  return {
    rows: (half, wording) =>
      [...decisions.keys()].filter(
        (i) => decisions[i]!.wording === wording && (half === 'all' || decisions[i]!.half === half),
      ),
    standing: (router, row) => {
      const beaten = cell(router, 'beaten', row)
      if (beaten === null) {
        const matched = cell(router, 'matched', row) ?? 0
        return { beaten: matched, ties: 0, matched, targetMatched: false }
      }
      const ties = cell(router, 'ties', row) ?? 0
      return { beaten, ties, matched: beaten + ties, targetMatched: true }
    },
    winner: (router, row) => cell(router, 'winner', row),
    target: (row) => Number(decisions[row]!.skill),
  }
}
