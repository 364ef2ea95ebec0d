import {
  axis,
  beside,
  categoryAxis,
  type Figure,
  fixed,
  intervalRule,
  localRouters,
  type Panel,
  panel,
  panelLetter,
  points,
  referenceLine,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { type OutcomeId, outcomeIds } from '../correlations.ts'
import { correlationText, outcomeNames, sizeText } from './words.ts'

const worldNames = { 'odds-shift': 'odds shift', 'common-gain': 'common gain', narrowing: 'b ln κ' } as const
const relationNames = { falling: 'steep routers have the lower P(B)', rising: 'steep routers have the higher P(B)' }

/** What correlations come out where b has nothing to do with the state. */
export const correlationNulls: Figure = {
  id: 'correlation-nulls',
  title: 'Correlation of the slope with the rescue in planted worlds with and without coupling',
  width: 'full',
  tables: ['nulls', 'correlations', 'routers'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'relation', names: relationNames, legend: true })
    const rows = tables.nulls!.map((row): Row => ({ ...row, key: `${row.world} ${row.relation}` }))
    const names = Object.fromEntries(
      Object.keys(relationNames).flatMap((relation) =>
        Object.entries(worldNames).map(([world, name]) => [`${world} ${relation}`, name]),
      ),
    )
    const y = categoryAxis({ field: 'key', title: null, names })
    const column = (outcome: OutcomeId, k: number): Panel => {
      const x = axis({ field: 'mean', title: 'Pearson’s r with b', domain: [-1, 1], ticks: [-1, -0.5, 0, 0.5, 1] })
      const own = k === 0 ? y : unlabelled(y)
      const observed = tables.correlations!.find((row) => row.outcome === outcome && row.method === 'pearson')?.value
      return panel({
        width: theme.width / 3 - 34,
        height: 110,
        rows: rows.filter((row) => row.outcome === outcome),
        title: `${panelLetter(k)} ${outcomeNames[outcome]}`,
        layers: [
          intervalRule({ x, y: own, lo: 'low', hi: 'high', by, along: 'x', weight: 'inner' }),
          points({ x, y: own, by }),
          ...(typeof observed === 'number' ? [referenceLine({ across: 'x', position: x, at: observed })] : []),
        ],
      })
    }
    return beside(...outcomeIds.map(column))
  },
  caption: ({ tables, measures }) => {
    const mean = (world: string, relation: string): string =>
      fixed(
        tables.nulls!.find((row) => row.world === world && row.relation === relation && row.outcome === 'ratio')?.mean,
        2,
      )
    const observed = outcomeIds.map(
      (id) => `${outcomeNames[id]} ${correlationText(tables.correlations!, id, 'pearson')}`,
    )
    return {
      text: `Pearson’s correlation over families of b with three measures of the rescue, in ${choices.correlated} replicates of planted worlds, one router a family: mean, and where the middle 90 % lie. A state shifts all odds alike, or adds the same gain to all (no coupling), or narrows the library (coupling). The families’ own slopes and levels of P(B) are put together in two ways. Dashed: the routers of this project (${observed.join(', ')}). Without any coupling the correlation with the ratio is ${mean('odds-shift', 'falling')} where steep routers have the lower P(B) and ${mean('odds-shift', 'rising')} where they have the higher one: its sign is arithmetic. ${localRouters}`,
      alt: `Intervals of correlations by planted world in three panels, ratio, gain and normalised gain. With the ratio, worlds of a common odds shift: ${mean('odds-shift', 'falling')} and ${mean('odds-shift', 'rising')} on average.`,
      n: sizeText(measures.coupling?.n, tables.routers!),
      interval: 'rules: from the 5 % to the 95 % point of the replicates',
      level: '90 %',
      resampled: 'planted worlds, drawn anew',
    }
  },
}
