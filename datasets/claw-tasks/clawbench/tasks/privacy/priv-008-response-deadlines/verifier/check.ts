import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files) => tableOf(files, 'deadlines.csv', ['request_id', 'due', 'status', 'days'])
const of = (files: Files, ...ids: string[]): string[] =>
  rows(files)
    .filter((row) => ids.includes(row.request_id!))
    .map((row) => `${row.request_id} ${row.due} ${row.status} ${row.days}`)

const verifier: Verifier = [
  {
    id: 'month-ends',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'Q01', 'Q02', 'Q03'), [
        'Q01 2026-10-30 in-time 0',
        'Q02 2026-09-30 late 1',
        'Q03 2026-03-02 in-time 0',
      ]),
  },
  {
    id: 'identity',
    weight: 2,
    test: ({ after }) => assert.deepEqual(of(after, 'Q04', 'Q05'), ['Q04  waiting ', 'Q05 2026-11-05 overdue 10']),
  },
  {
    id: 'extensions',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'Q06', 'Q07', 'Q09', 'Q10'), [
        'Q06 2026-12-01 open 16',
        'Q07 2026-10-01 overdue 45',
        'Q09 2026-03-02 late 1',
        'Q10 2026-12-17 open 32',
      ]),
  },
  {
    id: 'days-off',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'Q08', 'Q11', 'Q12'), [
        'Q08 2026-11-30 open 15',
        'Q11 2026-10-06 in-time -4',
        'Q12 2026-11-16 open 1',
      ]),
  },
  {
    id: 'one-row-each',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map((row) => row.request_id!.slice(1))
          .join(' '),
        '01 02 03 04 05 06 07 08 09 10 11 12',
      ),
  },
  {
    id: 'book-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
