import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'results.csv', ['student', 'right', 'wrong', 'blank', 'score'])
const of = (after: Files, student: string): number[] => {
  const row = rows(after).find((one) => one.student === student)
  assert.ok(row !== undefined, `${student} is not there`)
  return [row.right, row.wrong, row.blank, row.score].map((cell) => (cell === '' ? Number.NaN : Number(cell)))
}

const verifier: Verifier = [
  {
    id: 'students',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ student }) => student),
        ['s1', 's2', 's3', 's4', 's5'],
      ),
  },
  { id: 'penalty', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 's1'), [2, 1, 1, 2.5]) },
  { id: 'not-below-zero', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 's2'), [0, 3, 1, 0]) },
  { id: 'changed-mind', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 's3'), [2, 1, 1, 2.5]) },
  { id: 'practice-question', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 's4'), [4, 0, 0, 6]) },
  { id: 'spelling', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 's5'), [3, 1, 0, 3.5]) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
