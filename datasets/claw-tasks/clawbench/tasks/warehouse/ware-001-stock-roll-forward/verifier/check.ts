import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'result.csv', ['sku', 'qty'])
const left = (after: Files, sku: string, expected: number): void =>
  near(rows(after).find((row) => row.sku === sku)?.qty, expected)

const verifier: Verifier = [
  {
    id: 'articles',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ sku }) => sku),
        ['S-10', 'S-11', 'S-12', 'S-20', 'S-21', 'S-30'],
      ),
  },
  { id: 'returns-and-scrap', weight: 2, test: ({ after }) => left(after, 'S-10', 27) },
  { id: 'uploaded-twice', weight: 2, test: ({ after }) => left(after, 'S-12', 22) },
  {
    id: 'counts-by-time',
    weight: 4,
    test: ({ after }) => {
      left(after, 'S-20', 80)
      left(after, 'S-21', 24)
    },
  },
  {
    id: 'zero-and-new',
    weight: 1,
    test: ({ after }) => {
      left(after, 'S-11', 0)
      left(after, 'S-30', 18)
    },
  },
]
export default verifier
