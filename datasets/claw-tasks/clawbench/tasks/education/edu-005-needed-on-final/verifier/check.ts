import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'standing.csv', ['student', 'current', 'needed', 'verdict'])
const each = (after: Files, column: string, expected: Readonly<Record<string, number>>, tolerance: number): void => {
  for (const [student, value] of Object.entries(expected))
    near(rows(after).find((row) => row.student === student)?.[column], value, tolerance)
}

const verifier: Verifier = [
  {
    id: 'students',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ student }) => student),
        ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay', 'gus'],
      ),
  },
  {
    id: 'current',
    weight: 2,
    test: ({ after }) =>
      each(after, 'current', { ann: 86.25, bob: 33.75, cyd: 100, dan: 69.25, eve: 90, fay: 43.75, gus: 93.75 }, 0.0501),
  },
  { id: 'needed-open', weight: 3, test: ({ after }) => each(after, 'needed', { ann: 24, dan: 78.5 }, 0.001) },
  { id: 'needed-without-lab', weight: 3, test: ({ after }) => each(after, 'needed', { eve: 30 }, 0.001) },
  { id: 'needed-too-much', weight: 2, test: ({ after }) => each(after, 'needed', { bob: 192, fay: 160 }, 0.001) },
  { id: 'needed-nothing', weight: 2, test: ({ after }) => each(after, 'needed', { cyd: 0, gus: 0 }, 0.001) },
  {
    id: 'verdicts',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ verdict }) => verdict),
        ['open', 'impossible', 'safe', 'open', 'open', 'impossible', 'safe'],
      ),
  },
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
