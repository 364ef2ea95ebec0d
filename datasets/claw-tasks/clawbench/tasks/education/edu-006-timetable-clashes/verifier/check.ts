import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'clashes.csv', ['kind', 'first', 'second'])
const of = (after: Files, kind: string): string[] =>
  rows(after)
    .filter((row) => row.kind === kind)
    .map(({ first, second }) => `${first}-${second}`)

const verifier: Verifier = [
  { id: 'teachers', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 'teacher'), ['5-6', '7-8']) },
  { id: 'rooms', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 'room'), ['3-4', '7-8']) },
  { id: 'groups', weight: 4, test: ({ after }) => assert.deepEqual(of(after, 'group'), ['1-3', '9-10']) },
  { id: 'seats', weight: 2, test: ({ after }) => assert.deepEqual(of(after, 'seats'), ['6-', '9-']) },
  {
    id: 'sorted',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ kind, first, second }) => `${kind} ${first} ${second}`.trim()),
        ['group 1 3', 'room 3 4', 'teacher 5 6', 'seats 6', 'room 7 8', 'teacher 7 8', 'seats 9', 'group 9 10'],
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
