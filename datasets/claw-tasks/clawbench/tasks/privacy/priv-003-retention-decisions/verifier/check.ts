import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files) => tableOf(files, 'retention.csv', ['record_id', 'verdict', 'date'])
const of = (files: Files, verdict: string): string[] =>
  rows(files)
    .filter((row) => row.verdict === verdict)
    .map((row) => `${row.record_id} ${row.date}`.trim())

const verifier: Verifier = [
  {
    id: 'to-delete',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'delete'), ['R01 2026-11-15', 'R04 2026-11-15', 'R08 2026-02-28', 'R11 2026-02-28']),
  },
  {
    id: 'to-keep',
    weight: 3,
    test: ({ after }) => assert.deepEqual(of(after, 'keep'), ['R02 2026-11-30', 'R05 2026-11-16', 'R07 2026-11-30']),
  },
  {
    id: 'on-hold',
    weight: 3,
    test: ({ after }) => assert.deepEqual(of(after, 'hold'), ['R06 2027-01-01', 'R12 2027-01-10']),
  },
  {
    id: 'undecided',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'open'), ['R03'])
      assert.deepEqual(of(after, 'no-rule'), ['R09'])
    },
  },
  {
    id: 'one-row-each',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map((row) => row.record_id)
          .join(' '),
        'R01 R02 R03 R04 R05 R06 R07 R08 R09 R11 R12',
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
