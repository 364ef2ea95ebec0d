import { type Figure, localRouters, series } from '@lawbook/figures'
import type { Row } from '@lawbook/schemas'
import { domainOf, forest, jackknifed, requestsText, rowText, stepNames } from './shared.ts'

const rowsOf = (orders: readonly Row[]): Row[] =>
  orders
    .map(
      (row): Row => ({
        ...row,
        name: String(row.order).split('').join(' '),
        kind: row.order === 'ABCD' ? 'given' : 'other',
      }),
    )
    .sort((a, b) => Number(b.value) - Number(a.value) || (String(a.order) < String(b.order) ? -1 : 1))

/** The authors' four steps in all orders. */
export const orders: Figure = {
  id: 'orders',
  title: 'What the order of the authors’ steps changes',
  width: 'column',
  tables: ['orders', 'routers'],
  spec: ({ tables, theme }) => {
    const rows = rowsOf(tables.orders!)
    return forest({
      rows,
      names: rows.map(({ name }) => String(name)),
      by: series({ field: 'kind', names: { given: 'order given', other: 'other order' } }),
      title: '',
      xTitle: 'change in accuracy against A B C D (points)',
      domain: domainOf(rows, 0.5),
      width: theme.width - 60,
      rowHeight: 9,
    })
  },
  caption: ({ tables, measures }) => {
    const rows = rowsOf(tables.orders!)
    const router = tables.routers!.find((row) => row.router === rows[0]?.router)?.short ?? 'one router'
    return {
      text: `All 24 orders of the authors’ four steps (A ${stepNames.authors[0]}, B ${stepNames.authors[1]}, C ${stepNames.authors[2]}, D ${stepNames.authors[3]}), asked of ${router} alone, against the order of the paper, accuracy among ${rows[0]?.size ?? 0} skills. Best ${rows[0]?.name}: ${rowText(rows[0], 2)}; worst ${rows.at(-1)?.name}: ${rowText(rows.at(-1), 2)}. ${localRouters}`,
      alt: `Forest plot of 24 orders, from ${rowText(rows[0], 2)} to ${rowText(rows.at(-1), 2)} points against the given order.`,
      n: requestsText(measures.gain),
      ...jackknifed,
    }
  },
}
