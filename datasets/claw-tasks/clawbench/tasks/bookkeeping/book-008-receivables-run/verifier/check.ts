import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const two = (cell: string | undefined): string => Number(cell || 'none').toFixed(2)
const allocation = (after: Files): string[] =>
  tableOf(after, 'allocation.csv', ['source', 'invoice', 'applied', 'discount'])
    .map((row) => `${row.source} ${row.invoice} ${two(row.applied)} ${two(row.discount)}`)
    .sort()
const of = (after: Files, source: string): string[] => allocation(after).filter((row) => row.startsWith(`${source} `))
const aged = (after: Files, customer: string, expected: readonly number[]): void => {
  const own = jsonOf<Record<string, Record<string, number>>>(after, 'aging.json')[customer]
  for (const [i, key] of ['not_due', 'd1_30', 'd31_60', 'over_60', 'unapplied'].entries())
    near(own?.[key], expected[i]!)
}

const verifier: Verifier = [
  { id: 'credit-note', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 'C1'), ['C1 R1 150.00 0.00']) },
  {
    id: 'discount',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'P1'), ['P1 R2 796.10 16.25'])
      assert.deepEqual(of(after, 'P3'), ['P3 R3 441.00 0.00'])
    },
  },
  {
    id: 'named-invoice-first',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'P4'), ['P4 R4 20.00 0.00', 'P4 R5 240.00 0.00'])
      assert.deepEqual(of(after, 'P5'), ['P5 R7 566.67 0.00', 'P5 R8 333.33 0.00'])
    },
  },
  {
    id: 'without-usable-reference',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'P2'), ['P2 R4 500.00 0.00'])
      assert.deepEqual(of(after, 'P6'), ['P6 R1 300.00 0.00'])
    },
  },
  {
    id: 'nothing-else-allocated',
    weight: 1,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'P7'), ['P7 R9 120.00 0.00'])
      assert.equal(allocation(after).length, 10)
    },
  },
  {
    id: 'aging',
    weight: 4,
    test: ({ after }) => {
      aged(after, 'K1', [9, 88, 0, 550, 0])
      aged(after, 'K2', [0, 95.5, 80, 0, 0])
      aged(after, 'K3', [0, 0, 133.33, 0, 0])
    },
  },
  { id: 'unapplied', weight: 2, test: ({ after }) => aged(after, 'K4', [0, 0, 0, 0, 30]) },
  {
    id: 'dunning',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        tableOf(after, 'dunning.csv', ['invoice', 'customer', 'days', 'open', 'level']).map(
          (row) => `${row.invoice} ${row.customer} ${Number(row.days)} ${two(row.open)} ${Number(row.level)}`,
        ),
        ['R1 K1 72 550.00 3', 'R4 K2 49 80.00 2', 'R6 K2 18 95.50 1'],
      ),
  },
]
export default verifier
