import {
  axis,
  band,
  beside,
  type Figure,
  line,
  localRouters,
  logAxis,
  points as marks,
  panel,
  series,
} from '@lawbook/figures'
import { dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import type { State } from '../effects.ts'
import { executedHere, judgedCount, lettered, pairsText, rowText, twoWay } from './shared.ts'

const names: Readonly<Record<State | 'byChance', string>> = {
  own: 'right state',
  none: 'no state',
  placebo: 'placebo',
  wrong: 'wrong state',
  byChance: 'wrong state, first rule',
}

/** The levels in libraries with the skill behind each state, and those after wrong states once more where it is by chance. */
function levelsOf(rows: readonly Row[], kind: string): Row[] {
  return rows
    .filter((row) => row.class === kind && (row.libraries === 'wrong skill too' || row.state === 'wrong'))
    .map((row) => (row.libraries === 'wrong skill too' ? row : { ...row, state: 'byChance' }))
}

/** The chance that the right second skill is chosen against N, by what the router was shown, a panel a class. */
export const routingByState: Figure = {
  id: 'routing-by-state',
  title: 'Routing of the second step by the state that is shown',
  width: 'full',
  tables: ['routing', 'products', 'routers'],
  spec: ({ tables, theme }) => {
    const by = series({ field: 'state', names, legend: true })
    const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 100, 1000] })
    return beside(
      ...dependencyClasses.map((kind, k) => {
        const rows = levelsOf(tables.routing!, kind)
        const ends = rows.filter(({ state }) => state === 'own' || state === 'wrong')
        const title = k === 0 ? 'right second skill chosen (%)' : null
        const y = axis({ field: 'value', title, domain: [0, 100] })
        return panel({
          width: theme.width / dependencyClasses.length - 24,
          height: 130,
          title: lettered(k, kind),
          rows,
          layers: [band({ x, y, lo: 'lo90', hi: 'hi90', by, rows: ends }), line({ x, y, by }), marks({ x, y, by })],
        })
      }),
    )
  },
  caption: ({ tables }) => {
    const each = (state: keyof typeof names): string =>
      dependencyClasses
        .map((kind) => {
          const own = levelsOf(tables.routing!, kind).filter((row) => row.size === choices.size)
          return `${kind} ${rowText(own.find((row) => row.state === state))}`
        })
        .join(', ')
    return {
      text: `Exact chance that the right second skill is chosen in a random library of N, mean over pairs and judged routers, when the router reads the step’s text alone, with the state that the right first skill left, with a state of another pair (placebo), and with what wrong first skills left. Libraries hold the pair’s own skills and the one that left the wrong state; those of the placebo the one that left it instead. At N = ${choices.size}, in percent: right state ${each('own')}; wrong state ${each('wrong')}; no state ${each('none')}; placebo ${each('placebo')}. Where the skill that left the wrong state is in the library by chance only, as the first rule had it: ${each('byChance')}. Bands: right and wrong state; the change from one to the other has its own interval, in the figure of effects. ${executedHere} ${localRouters}`,
      alt: `Falling curves against library size, three panels by dependency class, five curves a panel. At ${choices.size} skills: right state ${each('own')}; wrong state ${each('wrong')}; no state ${each('none')}; placebo ${each('placebo')}; wrong state with its skill in the library by chance only ${each('byChance')}.`,
      n: `${pairsText(tables.products!)}, ${judgedCount(tables.routers!)} judged routers`,
      ...twoWay,
    }
  },
}
