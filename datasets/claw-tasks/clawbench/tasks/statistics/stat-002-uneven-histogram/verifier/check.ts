import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const bars = (after: Files) => tableOf(after, 'histogram.csv', ['from', 'to', 'count', 'density'])
/** The numbers of a column; an empty cell is no zero. */
const numbers = (after: Files, column: string): number[] => bars(after).map((bar) => Number(bar[column] || Number.NaN))

const verifier: Verifier = [
  {
    id: 'classes',
    weight: 1,
    test: ({ after }) => {
      assert.deepEqual(numbers(after, 'from'), [0, 2, 5, 10, 20])
      assert.deepEqual(numbers(after, 'to'), [2, 5, 10, 20, 50])
    },
  },
  { id: 'counts', weight: 3, test: ({ after }) => assert.deepEqual(numbers(after, 'count'), [3, 4, 2, 3, 3]) },
  {
    id: 'densities',
    weight: 3,
    test: ({ after }) => {
      const expected = [0.1, 0.0888889, 0.0266667, 0.02, 0.0066667]
      const found = numbers(after, 'density')
      assert.equal(found.length, 5)
      expected.forEach((density, k) => {
        near(found[k], density, 0.00001)
      })
    },
  },
  {
    id: 'outside',
    weight: 2,
    test: ({ after }) => {
      near(jsonOf(after, 'outside.json').below, 1)
      near(jsonOf(after, 'outside.json').above, 1)
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      bars(after)
      untouched({ before, after })
    },
  },
]
export default verifier
