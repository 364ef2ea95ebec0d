import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'route.csv', ['stop', 'bin', 'sku', 'qty'])
const aisle = (after: Files, name: string): string =>
  rows(after)
    .filter(({ bin }) => bin!.startsWith(name))
    .map(({ bin, sku }) => `${bin}/${sku}`)
    .join(' ')

const verifier: Verifier = [
  {
    id: 'numbered',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ stop }) => Number(stop))
          .join(),
        '1,2,3,4,5,6,7,8,9',
      ),
  },
  {
    id: 'aisles',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ bin }) => bin![0])
          .join(''),
        'AAACCCDEE',
      ),
  },
  {
    id: 'racks-up',
    weight: 3,
    test: ({ after }) => assert.equal(aisle(after, 'A'), 'A-9-3/G-2 A-10-1/G-4 A-10-1/G-6'),
  },
  {
    id: 'racks-down',
    weight: 3,
    test: ({ after }) => assert.equal(aisle(after, 'C'), 'C-12-1/G-7 C-3-1/G-8 C-3-2/G-9'),
  },
  {
    id: 'empty-aisle-not-counted',
    weight: 3,
    test: ({ after }) => assert.equal(aisle(after, 'E'), 'E-11-2/G-5 E-2-1/G-5'),
  },
  {
    id: 'quantities',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ bin, sku, qty }) => `${bin}/${sku}x${Number(qty)}`)
          .sort()
          .join(' '),
        'A-10-1/G-4x3 A-10-1/G-6x6 A-9-3/G-2x6 C-12-1/G-7x4 C-3-1/G-8x2 C-3-2/G-9x1 D-4-2/G-1x2 E-11-2/G-5x3 E-2-1/G-5x1',
      ),
  },
]
export default verifier
