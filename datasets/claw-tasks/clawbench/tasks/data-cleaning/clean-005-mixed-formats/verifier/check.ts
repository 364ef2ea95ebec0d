import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'orders_clean.csv', ['order', 'date', 'customer', 'amount'])
const cells = (after: Files, column: string, orders: readonly string[]): (string | undefined)[] =>
  orders.map((order) => rows(after).find((row) => row.order === order)?.[column])

const verifier: Verifier = [
  {
    id: 'readable-orders',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ order, customer }) => `${order} ${customer}`),
        ['O-1 C1', 'O-2 C2', 'O-3 C1', 'O-4 C3', 'O-6 C4', 'O-7 C2', 'O-9 C3', 'O-10 C1', 'O-11 C4'],
      ),
  },
  {
    id: 'dates-with-digits',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(cells(after, 'date', ['O-1', 'O-2', 'O-3', 'O-6', 'O-7', 'O-9', 'O-11']), [
        '2026-03-04',
        '2026-03-04',
        '2026-03-14',
        '2026-04-03',
        '2026-03-09',
        '2028-02-29',
        '2025-12-31',
      ]),
  },
  {
    id: 'dates-with-words',
    weight: 1,
    test: ({ after }) => assert.deepEqual(cells(after, 'date', ['O-4', 'O-10']), ['2026-04-05', '2025-12-11']),
  },
  {
    id: 'amounts-with-groups',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(cells(after, 'amount', ['O-1', 'O-2', 'O-6', 'O-9', 'O-11']), [
        '1234.50',
        '1234.50',
        '1250.00',
        '1000000.00',
        '2400.00',
      ]),
  },
  {
    id: 'other-amounts',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(cells(after, 'amount', ['O-3', 'O-4', 'O-7', 'O-10']), ['99.00', '-45.00', '7.50', '-3.20']),
  },
  {
    id: 'rejected',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'rejected.csv', ['order', 'column']).map(({ order, column }) => `${order} ${column}`),
        ['O-5 date', 'O-8 date', 'O-8 amount', 'O-12 date'],
      ),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
