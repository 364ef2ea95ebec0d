import type { AgentRow } from '@lawbook/agent-runs'
import { intersection, type Nested } from '@lawbook/estimators'
import type { Estimate, Measure } from '@lawbook/schemas'
import { type Cell, cellsOf } from './cells.ts'
import type { PeakChoices } from './choices.ts'
import { type Clustering, clusteringNames, crossed, unitsOf, within } from './crossed.ts'
import { measureOf } from './measures.ts'

type InTeam = (size: number) => boolean

/** What one agent's success loses in teams of some sizes, in % of it: 100 (1 - mean of teams / mean of one). */
function loss(cells: readonly Cell[], inTeam: InTeam): number {
  let [alone, together] = [0, 0]
  for (const { sizes, shares } of cells) {
    const teams = shares.filter((_, k) => inTeam(sizes[k]!))
    alone += shares[sizes.indexOf(1)]!
    together += teams.reduce((sum, share) => sum + share, 0) / teams.length
  }
  return 100 * (1 - together / alone)
}

const lossIn =
  (inTeam: InTeam) =>
  (cells: readonly Cell[]): number =>
    loss(cells, inTeam)

const able = (cells: readonly Cell[]): Cell[] =>
  cells.filter(({ sizes }) => sizes.includes(1) && sizes.some((size) => size > 1))

/** The loss with the limits that one kind of cluster gives. */
export function lossWithin(cells: readonly Cell[], inTeam: InTeam, by: Clustering): Estimate {
  return within(able(cells), lossIn(inTeam), by)
}

/** The loss with the farthest limits of the three clusterings. */
export function lossOf(cells: readonly Cell[], inTeam: InTeam, parts = 1): Estimate {
  return crossed(able(cells), lossIn(inTeam), parts)
}

export const anyTeam = (size: number): boolean => size > 1

/** How much of one agent's success teams lose on mostly sequential jobs. */
export function sequentialMeasure(rows: readonly AgentRow[], { sequential }: PeakChoices): Measure {
  const cells = cellsOf(rows, sequential)
  const teams = Array.from(cells[0]?.sizes ?? []).filter(anyTeam)
  const bySize = teams.map((size) => ({ size, estimate: lossOf(cells, (n) => n === size, teams.length) }))
  const all = bySize.map(({ estimate }) => estimate)
  const every = all.length > 0 && all.every(({ i90, i995 }) => i90 !== null && i995 !== null)
  const other = (choice: string, option: string, estimate: Estimate) => ({ choice, option, ...estimate })
  const assigned = cellsOf(rows, { ...sequential, agent: 'pre-assigned' })
  const runs = cells.reduce((sum, cell) => sum + cell.runs.reduce((a, b) => a + b, 0), 0)
  return measureOf(
    lossOf(cells, anyTeam),
    {
      id: 'sequential-loss',
      title: 'share of one agent’s success that teams of two to five lose on jobs of parallel share .2, self-organised',
      method: 'ratio of means over pairs of model and suite; farthest limits of three delete-one-cluster jackknifes, t',
      resampled: unitsOf(cells),
      n: runs,
      unit: '% of one agent’s success',
      parts: bySize.map(({ size }) => ({ label: `${size} agents`, ...lossOf(cells, (n) => n === size) })),
      alternatives: [
        ...clusteringNames.map((by) => other('resampled', `${by} alone`, lossWithin(cells, anyTeam, by))),
        ...(every ? [other('teams', 'every size by itself', intersection(all as Nested[]))] : []),
        ...['p = 0.5', 'p = 0.9'].map((setting) =>
          other('parallel share', setting, lossOf(cellsOf(rows, { ...sequential, setting }), anyTeam)),
        ),
        other('assignment', 'pre-assigned', lossOf(assigned, anyTeam)),
        other('assignment', 'pre-assigned, without pairs of single runs', lossOf(assigned.filter(repeated), anyTeam)),
      ],
    },
    'there are no runs of one agent and of teams on the same sequential jobs',
  )
}

/** Whether every size of a cell was run more than once. */
function repeated({ runs }: Cell): boolean {
  return runs.every((n) => n > 1)
}
