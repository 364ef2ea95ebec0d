import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const recipients = (files: Files) => tableOf(files, 'recipients.csv', ['person_id', 'email'])
const reasons = (files: Files): Record<string, string> =>
  Object.fromEntries(tableOf(files, 'excluded.csv', ['person_id', 'reason']).map((row) => [row.person_id, row.reason!]))

const verifier: Verifier = [
  {
    id: 'recipients',
    weight: 4,
    test: ({ after }) =>
      assert.equal(
        recipients(after)
          .map((row) => `${row.person_id} ${row.email}`)
          .join(', '),
        'c01 ada@north.example, c06 fay@north.example, c09 ida@north.example, c12 lea@north.example',
      ),
  },
  {
    id: 'withdrawals',
    weight: 3,
    test: ({ after }) => {
      for (const id of ['c02', 'c03', 'c11']) assert.equal(reasons(after)[id], 'withdrawn', id)
    },
  },
  {
    id: 'never-confirmed',
    weight: 2,
    test: ({ after }) => {
      for (const id of ['c04', 'c10']) assert.equal(reasons(after)[id], 'unconfirmed', id)
    },
  },
  {
    id: 'other-reasons',
    weight: 2,
    test: ({ after }) => {
      assert.equal(reasons(after).c05, 'expired')
      assert.equal(reasons(after).c07, 'none')
      assert.equal(reasons(after).c08, 'age')
    },
  },
  {
    id: 'nobody-twice',
    weight: 2,
    test: ({ after }) => {
      const both = [...recipients(after).map((row) => row.person_id!), ...Object.keys(reasons(after))].sort()
      assert.equal(both.join(' '), 'c01 c02 c03 c04 c05 c06 c07 c08 c09 c10 c11 c12')
    },
  },
  {
    id: 'log-kept',
    weight: 1,
    test: ({ before, after }) => {
      recipients(after)
      untouched({ before, after })
    },
  },
]
export default verifier
