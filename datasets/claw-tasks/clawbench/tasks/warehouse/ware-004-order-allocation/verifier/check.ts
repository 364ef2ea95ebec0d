import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'plan.csv', ['order', 'decision', 'missing'])
const decided = (after: Files, order: string): string => {
  const found = rows(after).find((row) => row.order === order)
  return `${found?.decision} ${found?.missing}`.trim()
}

const verifier: Verifier = [
  {
    id: 'orders-listed',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ order }) => order)
          .join(' '),
        'O-31 O-32 O-33 O-34 O-35 O-36 O-37 O-39',
      ),
  },
  {
    id: 'shipped-whole',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        ['O-31', 'O-33', 'O-35'].map((order) => decided(after, order)),
        ['ship', 'ship', 'ship'],
      ),
  },
  { id: 'reserve-kept', weight: 2, test: ({ after }) => assert.equal(decided(after, 'O-32'), 'short U3:1') },
  { id: 'all-missing-named', weight: 3, test: ({ after }) => assert.equal(decided(after, 'O-34'), 'short U1:1;U4:1') },
  { id: 'lines-add-up', weight: 2, test: ({ after }) => assert.equal(decided(after, 'O-39'), 'short U3:1') },
  {
    id: 'horizon',
    weight: 2,
    test: ({ after }) => {
      assert.equal(decided(after, 'O-36'), 'later')
      assert.equal(decided(after, 'O-37'), 'ship')
    },
  },
  {
    id: 'left-over',
    weight: 3,
    test: ({ after }) => {
      const left = jsonOf(after, 'left.json')
      for (const [sku, units] of [
        ['U1', 0],
        ['U2', 0],
        ['U3', 1],
        ['U4', 0],
      ] as const)
        near(left[sku], units)
    },
  },
]
export default verifier
