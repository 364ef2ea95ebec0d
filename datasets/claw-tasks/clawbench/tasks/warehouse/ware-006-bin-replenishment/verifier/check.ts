import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const trips = (after: Files): string[] =>
  tableOf(after, 'route.csv', ['pallet', 'bin', 'sku', 'qty']).map(
    (row) => `${row.pallet} ${row.bin} ${row.sku} ${Number(row.qty)}`,
  )
const to = (after: Files, bin: string): string[] => trips(after).filter((trip) => trip.includes(` ${bin} `))

const verifier: Verifier = [
  {
    id: 'oldest-pallet-first',
    weight: 3,
    test: ({ after }) => assert.deepEqual(to(after, 'B-02-1'), ['PL-3 B-02-1 V1 30', 'PL-1 B-02-1 V1 18']),
  },
  {
    id: 'urgent-before-others',
    weight: 3,
    test: ({ after }) => assert.deepEqual(to(after, 'A-01-1'), ['PL-1 A-01-1 V1 7']),
  },
  {
    id: 'reserve-runs-out',
    weight: 2,
    test: ({ after }) => assert.deepEqual(to(after, 'C-01-1'), ['PL-5 C-01-1 V3 3']),
  },
  {
    id: 'bin-without-picks',
    weight: 2,
    test: ({ after }) => assert.deepEqual(to(after, 'D-01-1'), ['PL-7 D-01-1 V4 9']),
  },
  {
    id: 'minimum-is-enough',
    weight: 2,
    test: ({ after }) => {
      assert.equal(trips(after).length, 5)
      assert.deepEqual(to(after, 'A-03-2'), [])
    },
  },
  {
    id: 'order-of-trips',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        trips(after)
          .map((trip) => trip.split(' ')[1])
          .join(' '),
        'B-02-1 B-02-1 C-01-1 A-01-1 D-01-1',
      ),
  },
  {
    id: 'short',
    weight: 3,
    test: ({ after }) => {
      const short = jsonOf(after, 'short.json')
      assert.deepEqual(Object.keys(short), ['C-01-1'])
      near(short['C-01-1'], 2)
    },
  },
]
export default verifier
