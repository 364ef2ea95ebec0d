import { byCodeUnit, type StreamFactory } from '@lawbook/base'
import { sortedQuantile } from '@lawbook/estimators'
import type { Measure, Row } from '@lawbook/schemas'
import { type Cell, cellsOfKind, pairOf } from './cells.ts'
import type { SpeedupChoices } from './choices.ts'
import type { Observed } from './evidence.ts'
import {
  beyondNoise,
  type Event,
  events,
  shareOf,
  sharesByNoise,
  type Team,
  type Truth,
  teamsOf,
  truths,
} from './exceed.ts'
import { jobCells } from './jobCells.ts'
import { estimateOf, measureOf, plain } from './measureOf.ts'
import { type Noise, noiseOf } from './noise.ts'
import { meanSpeed } from './series.ts'
import { superlinearMeasure } from './superlinearCells.ts'

const words: Readonly<Record<Event, string>> = {
  'above-linear': 'faster than linear (S > n)',
  'above-amdahl': "above Amdahl's bound at the known parallel share",
  slower: 'slower than one agent (S < 1)',
}
const kinds = Object.keys(events) as Event[]

/** The name in the table of the cells that the claim on cells is judged by. */
export const judgedCells = 'LLM Teams, judged'

/** Shares of teams above or below the lines, as measures of cooperative work, beside what noise alone would give. */
export function shareFindings(
  observed: Observed,
  choices: SpeedupChoices,
  stream: StreamFactory,
): { measures: Measure[]; rows: Row[] } {
  const { cells, jobs, times } = observed
  const noise = noiseOf(cells, choices.fewestRuns, times)
  const other = teamsOf(cells, meanSpeed)
  const independent = Object.entries(choices.jobNoise).flatMap(([level, spread]) => {
    const own = jobCells(jobs, spread, choices.plantedRepetitions)
    // Two spreads stand for all cells, so none is estimated from a cell's own three repetitions.
    const known = noiseOf(own, Number.POSITIVE_INFINITY, () => undefined)
    return nullRows(`independent jobs, ${level} spread`, own, known, choices, stream)
  })
  return {
    measures: [
      superlinearMeasure(cells, choices, noise, (option) => stream('superlinear cells', option)),
      ...kinds.flatMap((event) => measuresOf(teamsOf(cells), other, noise, event)),
    ],
    rows: [
      ...nullRows('LLM Teams', cells, noise, choices, stream),
      ...nullRows(judgedCells, cellsOfKind(cells, choices), noise, choices, stream),
      ...[...new Set(cells.map(({ assignment }) => assignment))].sort(byCodeUnit).flatMap((assignment) =>
        nullRows(
          `LLM Teams, ${assignment}`,
          cells.filter((cell) => cell.assignment === assignment),
          noise,
          choices,
          stream,
        ),
      ),
      ...independent,
    ],
  }
}

/** One row an event and truth. With a parallel share of 1 everywhere Amdahl's bound is linear, and is left out. */
function nullRows(
  data: string,
  cells: readonly Cell[],
  noise: ReadonlyMap<Cell, Noise>,
  choices: SpeedupChoices,
  stream: StreamFactory,
): Row[] {
  const teams = teamsOf(cells)
  const same = cells.every(({ p }) => p === 1)
  const nulls = (Object.keys(truths) as Truth[])
    .filter((truth) => !(same && truth === 'amdahl'))
    .map((truth) => ({
      truth,
      shares: sharesByNoise({ teams, noise, truth, draws: choices.nullDraws, stream: stream('noise', data, truth) }),
    }))
  return kinds
    .filter((event) => !(same && event === 'above-amdahl'))
    .flatMap((event) => {
      const beyond = beyondNoise(teams, noise, event).length
      return nulls.map(({ truth, shares }) => nullRow({ data, event, truth }, teams, shares[event], beyond))
    })
}

function nullRow(
  about: { readonly data: string; readonly event: Event; readonly truth: Truth },
  teams: readonly Team[],
  sorted: Float64Array,
  beyond: number,
): Row {
  const { value, nested } = shareOf(teams, about.event)
  return {
    ...about,
    teams: teams.length,
    share: value,
    low: nested?.i90[0] ?? null,
    high: nested?.i90[1] ?? null,
    beyond_noise: beyond,
    by_noise: sorted.reduce((sum, share) => sum + share, 0) / sorted.length,
    by_noise_low: sortedQuantile(sorted, 0.05),
    by_noise_high: sortedQuantile(sorted, 0.95),
  }
}

function measuresOf(
  teams: readonly Team[],
  arithmetic: readonly Team[],
  noise: ReadonlyMap<Cell, Noise>,
  event: Event,
): Measure[] {
  const { value, nested } = shareOf(teams, event)
  const about = {
    id: event,
    title: `Share of cells with several agents that are ${words[event]}`,
    method: 'cells of suite, model, assignment, parallel share and number of agents; ratio of geometric mean times',
    n: teams.length,
    unit: 'share of cells',
  }
  const pairs = new Set(teams.map(({ cell }) => pairOf(cell))).size
  const measure =
    nested === null
      ? plain(about, value, 'no cell')
      : measureOf({ ...about, resampled: `suite-model pairs (${pairs}, delete-one jackknife, t)` }, nested, '', [
          { choice: 'mean of times', option: 'arithmetic', nested: shareOf(arithmetic, event).nested },
        ])
  const parts = [...new Set(teams.map(({ cell }) => cell.assignment))].map((assignment) => {
    const own = teams.filter(({ cell }) => cell.assignment === assignment)
    const share = shareOf(own, event)
    return { label: assignment, ...estimateOf(share.nested), value: share.value, n: own.length }
  })
  const count = plain(
    {
      id: `${event}-beyond-noise`,
      title: `Cells with several agents that are ${words[event]} beyond run noise`,
      method: 'one-sided Welch tests of ln times, Holm over all cells at 5 %',
      n: teams.length,
      unit: 'cells',
    },
    beyondNoise(teams, noise, event).length,
    'no cell',
  )
  return [{ ...measure, parts }, count]
}
