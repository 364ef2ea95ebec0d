import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (files: Files) => tableOf(files, 'retention.csv', ['record_id', 'verdict', 'date'])
const of = (files: Files, ...ids: string[]): string[] =>
  rows(files)
    .filter((row) => ids.includes(row.record_id!))
    .map((row) => `${row.record_id} ${row.verdict} ${row.date}`.trim())

const verifier: Verifier = [
  {
    id: 'deleted-ones',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'A01', 'A02', 'A03', 'A12'), [
        'A01 in-time 2026-08-28',
        'A02 late 2026-08-28',
        'A03 early 2026-09-30',
        'A12 in-time 2026-02-28',
      ]),
  },
  {
    id: 'left-ones',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'A05', 'A06', 'A07'), [
        'A05 fine 2026-10-16',
        'A06 overdue 2026-10-15',
        'A07 fine 2026-10-31',
      ]),
  },
  {
    id: 'holds',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(of(after, 'A04', 'A08', 'A13'), [
        'A04 under-hold 2026-10-02',
        'A08 fine 2026-10-21',
        'A13 in-time 2026-03-01',
      ]),
  },
  {
    id: 'without-due-date',
    weight: 2,
    test: ({ after }) => assert.deepEqual(of(after, 'A09', 'A10', 'A11'), ['A09 fine', 'A10 early', 'A11 no-rule']),
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      assert.equal(rows(after).length, 13)
      assert.deepEqual(jsonOf(after, 'audit.json').counts, {
        'in-time': 3,
        late: 1,
        early: 2,
        'under-hold': 1,
        fine: 4,
        overdue: 1,
        'no-rule': 1,
      })
    },
  },
  {
    id: 'worst',
    weight: 2,
    test: ({ after }) => {
      const worst = jsonOf(after, 'audit.json').worst as Record<string, unknown>
      assert.equal(worst?.record_id, 'A02')
      near(worst.days, 38)
    },
  },
  {
    id: 'files-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
