import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files): string[] =>
  tableOf(after, 'review.csv', ['room', 'date', 'first', 'second', 'from', 'to']).map(
    (row) => `${row.room} ${row.date} ${row.first} ${row.second} ${row.from} ${row.to}`,
  )
const room = (after: Files, name: string): string[] => rows(after).filter((row) => row.startsWith(`${name} `))

const verifier: Verifier = [
  {
    id: 'hand-typed-room',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(room(after, 'Ash'), [
        'Ash 2026-09-28 21 23 10:00 10:30',
        'Ash 2026-09-28 22 23 10:30 10:45',
        'Ash 2026-09-28 22 29 10:50 11:00',
      ]),
  },
  {
    id: 'short-hours',
    weight: 3,
    test: ({ after }) => assert.deepEqual(room(after, 'Birch'), ['Birch 2026-09-28 24 25 09:30 09:45']),
  },
  {
    id: 'one-inside-another',
    weight: 2,
    test: ({ after }) => assert.deepEqual(room(after, 'Cedar'), ['Cedar 2026-09-29 27 28 14:00 15:00']),
  },
  {
    id: 'nothing-more',
    weight: 2,
    test: ({ before, after }) => {
      assert.equal(rows(after).length, 5)
      untouched({ before, after })
    },
  },
]
export default verifier
