import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (after: Files) => tableOf(after, 'survival.csv', ['days', 'at_risk', 'failures', 'censored', 'survival'])
/** The numbers of a column; an empty cell is no zero. */
const numbers = (after: Files, column: string): number[] =>
  lines(after).map((line) => Number(line[column] || Number.NaN))

const verifier: Verifier = [
  { id: 'failure-days', weight: 2, test: ({ after }) => assert.deepEqual(numbers(after, 'days'), [50, 100, 200, 244]) },
  { id: 'at-risk', weight: 3, test: ({ after }) => assert.deepEqual(numbers(after, 'at_risk'), [11, 8, 5, 3]) },
  { id: 'failures', weight: 1, test: ({ after }) => assert.deepEqual(numbers(after, 'failures'), [1, 2, 2, 1]) },
  { id: 'censored', weight: 2, test: ({ after }) => assert.deepEqual(numbers(after, 'censored'), [2, 1, 0, 2]) },
  {
    id: 'survival',
    weight: 4,
    test: ({ after }) => {
      const expected = [10 / 11, 0.681818, 0.409091, 0.272727]
      const found = numbers(after, 'survival')
      assert.equal(found.length, 4)
      expected.forEach((value, k) => {
        near(found[k], value, 0.0001)
      })
    },
  },
  { id: 'median', weight: 2, test: ({ after }) => assert.equal(textOf(after, 'median.txt').trim(), '200') },
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
