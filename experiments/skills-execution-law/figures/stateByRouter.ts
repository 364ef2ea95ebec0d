import {
  axis,
  type Figure,
  fixed,
  greys,
  type Layer,
  localRouters,
  points,
  series,
  smallMultiples,
} from '@lawbook/figures'
import { choices } from '../choices.ts'
import { classNames, judgedNames } from './words.ts'

/** The same as `state-against-alone`, a panel a judged router. */
export const stateByRouter: Figure = {
  id: 'state-by-router',
  title: 'The second choice after the own and after another pair’s state, by router',
  width: 'full',
  tables: ['pairs', 'routers', 'contrasts'],
  spec: ({ tables, theme }) => {
    const names = judgedNames(tables.routers!)
    const rows = tables.pairs!.filter(({ router, leaks }) => String(router) in names && leaks === false)
    const by = series({ field: 'class', names: classNames, legend: true })
    const columns = Math.max(1, Math.min(4, Object.keys(names).length))
    const chance = { domain: [0, 1], ticks: [0, 0.5, 1], format: '.0%' } as const
    const x = axis({ field: 'placebo-present', title: 'P(B | placebo state)', ...chance })
    const y = axis({ field: 'state', title: 'P(B | own state)', ...chance })
    const diagonal: Layer = {
      data: { values: [{ 'placebo-present': 0, state: 0, end: 1 }] },
      mark: { type: 'rule', color: greys.quiet, strokeDash: [3, 2], strokeWidth: 0.8 },
      encoding: { x, x2: { field: 'end' }, y, y2: { field: 'end' } },
    }
    return smallMultiples({
      by: 'router',
      names,
      columns,
      width: theme.width - 14 * columns,
      height: theme.width / columns - 14,
      tables: { all: rows },
      layers: (only) => [diagonal, only('all', points({ x, y, by }))],
    })
  },
  caption: ({ tables, measures }) => {
    const rows = tables.contrasts!.filter(
      ({ router, contrast, size }) => router !== 'mean' && contrast === 'own over placebo' && size === choices.size,
    )
    const each = rows.map(({ short, value }) => `${short} ${fixed(value, 2)}`)
    return {
      text: `Chance of the right second skill at N = ${choices.size} after the own executed state against the state of another pair, with its source in the library too, a point a pair. Points on the axis at the bottom: the pair’s own first skill, which is in every library, is preferred; on the axis at the left: the placebo’s source or the first skill is. Ratio of means over the pairs that are difficult for the router: ${each.join(', ')}. ${localRouters}`,
      alt: `Scatter plots of chances, one panel a router. Ratios on difficult pairs: ${each.join(', ')}.`,
      n: `${measures['realised-above-product']?.n ?? 0} pairs`,
      interval: 'none drawn: exact expectations; intervals of the ratios are in the table',
      level: 'none',
      resampled: 'nothing',
    }
  },
}
