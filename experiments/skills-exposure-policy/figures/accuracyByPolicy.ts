import {
  axis,
  band,
  type Figure,
  fixed,
  intervalText,
  line,
  localRouters,
  logAxis,
  points as marks,
  percentText,
  series,
  smallMultiples,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import type { PolicyId } from '../policies.ts'
import { jackknifed, judgedNames, nameBan } from './shared.ts'

const policyNames: Readonly<Record<PolicyId, string>> = {
  body: 'both and opening of body',
  full: 'both',
  description: 'description',
  name: 'name',
}

/** Accuracy against N by exposure policy, a panel a router. */
export const accuracyByPolicy: Figure = {
  id: 'accuracy-by-policy',
  title: 'Routing accuracy against library size by what a listing shows',
  width: 'full',
  tables: ['curves'],
  spec: ({ tables, theme }) => {
    const rows = tables.curves!.filter(({ wording, judged }) => wording === choices.wording && judged === true)
    const by = series({ field: 'policy', names: policyNames, legend: true })
    const names = judgedNames(rows, choices.wording)
    const columns = Math.min(4, Object.keys(names).length)
    const x = logAxis({ field: 'size', title: 'library size N', domain: [10, 1000], ticks: [10, 100, 1000] })
    const y = axis({ field: 'right', title: 'accuracy', domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], format: '.0%' })
    return smallMultiples({
      by: 'router',
      names,
      columns,
      width: theme.width - 10 * columns,
      height: 84,
      tables: { all: rows },
      layers: (only) => [
        only('all', band({ x, y, lo: 'low', hi: 'high', by })),
        only('all', line({ x, y, by })),
        only('all', marks({ x, y, by })),
      ],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.curves!
    const at = (policy: string, wording: string): string => {
      const own = rows.filter(
        (row) => row.policy === policy && row.wording === wording && row.size === choices.size && row.kin !== 'floor',
      )
      const values = own.map(({ right }) => Number(right))
      return `${percentText(Math.min(...values))} to ${percentText(Math.max(...values))}`
    }
    const signed = (id: string): string => `${fixed(measures[id]?.value, 1)} (${intervalText(measures[id], 1)})`
    return {
      text: `Exact expected accuracy on ${choices.wording} requests under four exposure policies, by judged router. At N = ${choices.size} the mean accuracy with names and descriptions is ${signed('exposure-difference')} points above that with names alone; on situated requests, by which no router is chosen, the same routers come to ${at('name', 'situated')} by name and to ${at('full', 'situated')} in full. ${nameBan} They saw the first 350 characters of the body: what the body adds is an upper bound. ${localRouters}`,
      alt: `Accuracy against library size, one panel a router, four lines a panel. At ${choices.size} skills, over judged routers: ${at('name', 'direct')} by name alone, ${at('description', 'direct')} by description alone, ${at('full', 'direct')} with both, ${at('body', 'direct')} with the opening of the body as well.`,
      n: `${measures['exposure-effect']?.n ?? 0} ${choices.wording} requests`,
      ...jackknifed,
    }
  },
}
