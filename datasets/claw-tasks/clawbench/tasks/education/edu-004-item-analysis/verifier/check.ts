import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const columns = ['question', 'difficulty', 'discrimination', 'distractor', 'flag']
const column = (after: Files, name: string): (string | undefined)[] => {
  const rows = tableOf(after, 'results.csv', columns)
  assert.equal(rows.length, 5)
  return rows.map((row) => row[name])
}
function numbers(after: Files, name: string, expected: readonly number[]): void {
  const found = column(after, name)
  expected.forEach((value, k) => {
    near(found[k], value, 0.0006)
  })
}

const verifier: Verifier = [
  {
    id: 'questions',
    weight: 1,
    test: ({ after }) => assert.deepEqual(column(after, 'question'), ['Q1', 'Q2', 'Q3', 'Q4', 'Q5']),
  },
  { id: 'difficulty', weight: 3, test: ({ after }) => numbers(after, 'difficulty', [1, 0.7, 0.5, 0.4, 0.4]) },
  { id: 'discrimination', weight: 4, test: ({ after }) => numbers(after, 'discrimination', [0, 2 / 3, 1, 1, 1 / 3]) },
  {
    id: 'distractors',
    weight: 2,
    test: ({ after }) => assert.deepEqual(column(after, 'distractor'), ['', 'B', 'A', 'B', 'E']),
  },
  {
    id: 'flags',
    weight: 2,
    test: ({ after }) => assert.deepEqual(column(after, 'flag'), ['review', 'ok', 'ok', 'ok', 'ok']),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      column(after, 'flag')
      untouched({ before, after })
    },
  },
]
export default verifier
