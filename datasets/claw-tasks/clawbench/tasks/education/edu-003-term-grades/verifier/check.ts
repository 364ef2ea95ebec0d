import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'standing.csv', ['student', 'percent', 'letter'])
const of = (after: Files, student: string): [number, string | undefined] => {
  const row = rows(after).find((one) => one.student === student)
  assert.ok(row !== undefined, `${student} is not there`)
  return [Number(row.percent), row.letter]
}

const verifier: Verifier = [
  {
    id: 'students',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ student }) => student),
        ['amy', 'ben', 'cai', 'dee', 'eli'],
      ),
  },
  { id: 'lowest-dropped', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 'amy'), [88.7, 'B']) },
  { id: 'not-handed-in', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 'ben'), [62.5, 'D']) },
  { id: 'category-excused', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 'cai'), [91.1, 'A']) },
  { id: 'last-one-left', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 'dee'), [77.3, 'C']) },
  { id: 'letter-after-rounding', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 'eli'), [80, 'B']) },
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
