import {
  above,
  axis,
  band,
  type Figure,
  fixed,
  groupDigits,
  intervalText,
  type Layer,
  line,
  localRouters,
  logAxis,
  points as marks,
  type Position,
  panel,
  percentText,
  series,
  unlabelled,
} from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { choices } from '../choices.ts'
import { jackknifed } from './shared.ts'

/** A dashed rule at each break size with its name above the panel. */
function breaks(x: Position, rows: readonly Row[], label: boolean): Layer[] {
  const values = [
    ...new Map(rows.filter(({ budget }) => budget !== null).map((row) => [row.budget, row])).values(),
  ].map(({ breakSize }) => ({ [x.field]: breakSize ?? null, label: `N* ${Math.round(Number(breakSize))}` }))
  const rule: Layer = { data: { values }, mark: { type: 'rule', style: 'reference' }, encoding: { x } }
  const text: Layer = {
    data: { values },
    mark: { type: 'text', style: 'reference-label', align: 'center', baseline: 'bottom', y: 0, dy: -2 },
    encoding: { x, text: { field: 'label' } },
  }
  return label ? [rule, text] : [rule]
}

/** Accuracy against N under each budget, over the share of skills that is listed in full. */
export const budgets: Figure = {
  id: 'budgets',
  title: 'Routing accuracy against library size when a listing has a budget of characters',
  width: 'column',
  tables: ['budgets'],
  spec: ({ tables, theme }) => {
    const rows = tables.budgets!
    const names = Object.fromEntries(
      rows.map(({ arm, budget }) => [String(arm), budget === null ? 'no budget' : groupDigits(Number(budget))]),
    )
    const by = series({ field: 'arm', names, legend: true })
    const x = logAxis({
      field: 'size',
      title: 'library size N',
      domain: [10, 1000],
      ticks: [10, 20, 50, 100, 200, 500, 1000],
    })
    const y = axis({ field: 'right', title: 'accuracy', domain: [0, 1], format: '.0%' })
    const share = axis({ field: 'listed', title: 'in full', domain: [0, 1.04], ticks: [0, 0.5, 1], format: '.0%' })
    const bare = unlabelled(x)
    const width = theme.width
    return above(
      panel({
        width,
        height: 150,
        rows,
        layers: [
          ...breaks(bare, rows, true),
          band({ x: bare, y, lo: 'low', hi: 'high', by }),
          line({ x: bare, y, by }),
          marks({ x: bare, y, by }),
        ],
      }),
      panel({
        width,
        height: 50,
        rows,
        layers: [...breaks(x, rows, false), line({ x, y: share, by }), marks({ x, y: share, by })],
      }),
    )
  },
  caption: ({ tables, measures }) => {
    const rows = tables.budgets!
    const bend = measures['budget-bend']
    const last = Math.max(...choices.ladder)
    const at = (budget: number | null): string =>
      percentText(rows.find((row) => row.budget === budget && row.size === last)?.right)
    const drawing = 100 * Math.max(...rows.map(({ drawingError }) => Number(drawingError)))
    const stars = choices.budgets
      .map((budget) => `${Math.round(Number(rows.find((row) => row.budget === budget)?.breakSize))}`)
      .join(', ')
    return {
      text: `Skills in random order are listed with name and description until the budget is spent, by name from there on (legend: the budget in characters); both texts of every skill are scored by one fit. Mean over judged routers, one a kin, ${choices.wording} requests; below, the expected share of skills listed in full. Dashed: break sizes N* (${stars}) at which the expected characters of a full listing reach each budget, from entry lengths alone; lines are straight between the sizes that were computed. Beyond its break size a budget of ${groupDigits(choices.budget)} characters changes the slope by ${fixed(bend?.value, 1)} points per doubling of N (${intervalText(bend, 1)}), against the same change of the curve without a budget. Bands leave out what drawing libraries adds, a standard error of at most ${fixed(drawing, 2)} points in the accuracy of one router. ${localRouters}`,
      alt: `Four falling curves that are one curve up to each budget’s break size and part from it there. At ${last} skills accuracy is ${choices.budgets.map((budget) => `${at(budget)} with ${groupDigits(budget)} characters`).join(', ')} and ${at(null)} without a budget.`,
      n: `${bend?.n ?? 0} ${choices.wording} requests`,
      ...jackknifed,
    }
  },
}
