import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf, untouched } from '../../../../../kit/verify.ts'

/** A number of pieces; an empty cell is no zero. */
const pieces = (cell = ''): number => (/^\d+(\.0+)?$/.test(cell) ? Number(cell) : Number.NaN)
const lines = (after: Files): string[] =>
  tableOf(after, 'tidy.csv', ['warehouse', 'item', 'quarter', 'direction', 'pieces']).map((row) =>
    [row.warehouse, row.item, row.quarter, row.direction, pieces(row.pieces)].join(' '),
  )
const of = (after: Files, start: string): string[] => lines(after).filter((line) => line.startsWith(start))

const verifier: Verifier = [
  {
    id: 'number-of-lines',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        lines(after).map((line) => line.split(' ').slice(0, 2).join(' ')),
        [
          ...['Harbour Rope', 'Harbour Rope', 'Harbour Rope', 'Harbour Rope'],
          ...['Harbour Chain', 'Harbour Chain', 'Harbour Chain'],
          ...['Harbour Anchor', 'Harbour Anchor', 'Harbour Anchor', 'Harbour Anchor'],
          ...['Hill Rope', 'Hill Rope', 'Hill Rope', 'Hill Rope'],
          ...['Hill Tarp', 'Hill Tarp', 'Hill Tarp'],
        ],
      ),
  },
  {
    id: 'first-item',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'Harbour Rope'), [
        'Harbour Rope Q1 in 1200',
        'Harbour Rope Q1 out 300',
        'Harbour Rope Q2 in 0',
        'Harbour Rope Q2 out 250',
      ]),
  },
  {
    id: 'warehouse-carried-down',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'Harbour Chain'), [
        'Harbour Chain Q1 in 40',
        'Harbour Chain Q2 in 15',
        'Harbour Chain Q2 out 10',
      ])
      assert.deepEqual(of(after, 'Harbour Anchor'), [
        'Harbour Anchor Q1 in 5',
        'Harbour Anchor Q1 out 1',
        'Harbour Anchor Q2 in 2',
        'Harbour Anchor Q2 out 0',
      ])
    },
  },
  {
    id: 'second-warehouse',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'Hill '), [
        'Hill Rope Q1 in 200',
        'Hill Rope Q1 out 20',
        'Hill Rope Q2 in 30',
        'Hill Rope Q2 out 45',
        'Hill Tarp Q1 out 12',
        'Hill Tarp Q2 in 60',
        'Hill Tarp Q2 out 18',
      ]),
  },
  {
    id: 'mismatches',
    weight: 4,
    test: ({ after }) => {
      const found = jsonOf<Record<string, unknown>[]>(after, 'mismatches.json').map((one) =>
        [one.row, one.quarter, one.direction, Number(one.stated), Number(one.computed)].join(' '),
      )
      assert.deepEqual(found.sort(), ['Sum Hill Q1 out 30 32', 'Total Q1 out 331 333'])
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      lines(after)
      untouched({ before, after })
    },
  },
]
export default verifier
