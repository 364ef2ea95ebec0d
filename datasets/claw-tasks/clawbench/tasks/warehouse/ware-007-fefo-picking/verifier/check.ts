import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const picked = (after: Files): string[] =>
  tableOf(after, 'picked.csv', ['order', 'lot', 'bin', 'qty']).map(
    (row) => `${row.order} ${row.lot} ${row.bin} ${Number(row.qty)}`,
  )
const of = (after: Files, order: string): string[] => picked(after).filter((row) => row.startsWith(`${order} `))

const verifier: Verifier = [
  {
    id: 'first-expired-first',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, '501'), ['501 L1 B-1 20', '501 L2 B-2 5'])
      assert.deepEqual(of(after, '504'), ['504 L5 C-1 10', '504 L6 C-2 8'])
    },
  },
  {
    id: 'single-lot',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(of(after, '502'), ['502 L3 B-3 12'])
      assert.deepEqual(of(after, '505'), [])
      assert.deepEqual(of(after, '507'), ['507 L7 C-3 30'])
    },
  },
  { id: 'remaining-life', weight: 3, test: ({ after }) => assert.deepEqual(of(after, '509'), ['509 L9 D-2 20']) },
  {
    id: 'no-older-lot',
    weight: 3,
    test: ({ after }) => assert.deepEqual(of(after, '503'), ['503 L2 B-2 10', '503 L3 B-3 20']),
  },
  {
    id: 'last-units',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(of(after, '506'), ['506 L3 B-3 8'])
      assert.deepEqual(of(after, '508'), ['508 L6 C-2 2'])
    },
  },
  {
    id: 'serving-order',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        picked(after)
          .map((row) => row.slice(0, 3))
          .join(' '),
        '501 501 502 509 503 503 504 504 506 507 508',
      ),
  },
  {
    id: 'shortages',
    weight: 3,
    test: ({ after }) => {
      const short = jsonOf(after, 'shortages.json')
      assert.deepEqual(Object.keys(short).sort(), ['505', '506', '508'])
      near(short['505'], 32)
      near(short['506'], 7)
      near(short['508'], 3)
    },
  },
]
export default verifier
