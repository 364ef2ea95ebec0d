import type { Stream } from '@lawbook/base'
import { type Nested, sortedQuantile } from '@lawbook/estimators'
import type { Measure } from '@lawbook/schemas'
import { type Cell, cellsOfKind } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'
import { type Clustering, clusterCounts, clusterings, everyClustering, farthest } from './clusterings.ts'
import { shareOf, sharesByNoise, type Team, teamsOf } from './exceed.ts'
import { type Alternative, measureOf } from './measureOf.ts'
import type { Noise } from './noise.ts'
import { meanSpeed } from './series.ts'

const event = 'above-linear'

/** Limits no nearer to a share than half a cell, and inside [0, 1]. */
function atLeastHalfACell({ value, i90, i995 }: Nested, cells: number): Nested {
  const wide = ([low, high]: Nested['i90']) =>
    [Math.max(0, Math.min(low, value - 0.5 / cells)), Math.min(1, Math.max(high, value + 0.5 / cells))] as const
  return { value, i90: wide(i90), i995: wide(i995) }
}

/** The share above linear with the limits of one clustering; without a spread between clusters they are half a cell. */
export function shareBy(teams: readonly Team[], by: Clustering): Nested | null {
  if (new Set(teams.map(({ cell }) => clusterings[by](cell))).size < 2) return null
  const { value, nested } = shareOf(teams, event, { by: clusterings[by], sided: 'one' })
  return atLeastHalfACell(nested ?? { value, i90: [value, value], i995: [value, value] }, teams.length)
}

/** The draws of the noise of a measured share. */
type Redraw = {
  readonly noise: ReadonlyMap<Cell, Noise>
  readonly draws: number
  readonly stream: Stream
}

/** The share above linear with the limits that the noise of the runs of these cells gives, and nothing else. */
export function shareByNoise(teams: readonly Team[], redraw: Redraw): Nested | null {
  if (teams.length === 0) return null
  const { value } = shareOf(teams, event)
  const drawn = sharesByNoise({ teams, truth: 'as measured', ...redraw })[event]
  const ends = (tail: number) =>
    [Math.min(value, sortedQuantile(drawn, tail)), Math.max(value, sortedQuantile(drawn, 1 - tail))] as const
  return atLeastHalfACell({ value, i90: ends(0.05), i995: ends(0.005) }, teams.length)
}

/** The share of cells above linear with the farthest limits of the three clusterings and of run noise. */
export function superlinearShare(teams: readonly Team[], redraw: Redraw): Nested | null {
  return farthest([...everyClustering.map((by) => shareBy(teams, by)), shareByNoise(teams, redraw)])
}

/** How many of the cells that decide on cooperative work are above linear. */
export function superlinearMeasure(
  cells: readonly Cell[],
  choices: SpeedupChoices,
  noise: ReadonlyMap<Cell, Noise>,
  streamOf: (option: string) => Stream,
): Measure {
  const ofKind = (assignment?: string) => cellsOfKind(cells, { share: choices.share, assignment })
  const redraw = (option: string): Redraw => ({ noise, draws: choices.nullDraws, stream: streamOf(option) })
  const teams = teamsOf(ofKind(choices.assignment))
  const share = (option: string, own: readonly Team[]): Nested | null => superlinearShare(own, redraw(option))
  const others: Alternative[] = [
    ...everyClustering.map((by) => ({ choice: 'limits', option: `${by} alone`, nested: shareBy(teams, by) })),
    { choice: 'limits', option: 'run noise alone', nested: shareByNoise(teams, redraw('judged')) },
    {
      choice: 'mean of times',
      option: 'arithmetic',
      nested: share('arithmetic', teamsOf(ofKind(choices.assignment), meanSpeed)),
    },
    { choice: 'assignment', option: 'both', nested: share('both', teamsOf(ofKind())) },
  ]
  return measureOf(
    {
      id: 'superlinear-cells',
      title: `Share of cells faster than linear (S > n), jobs with a parallel share of ${choices.share}, work assigned in advance`,
      method:
        'cells of suite, model and number of agents above 1; ratio of geometric mean times; farthest limits of three delete-one-cluster jackknifes (t, one-sided) and of measured means moved by run noise; at least half a cell',
      resampled: `${clusterCounts(teams.map(({ cell }) => cell))}; runs of a cell`,
      n: teams.length,
      unit: 'share of cells',
    },
    share('judged', teams),
    'there are fewer than two models or suites',
    others,
  )
}
