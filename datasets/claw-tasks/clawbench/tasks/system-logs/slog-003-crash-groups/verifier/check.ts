import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'errors.csv', ['type', 'place', 'count', 'first', 'last'])
const keys = (after: Files) => rows(after).map((row) => `${row.type} ${row.place}`)
const bugs = [
  'TimeoutError app.billing.gateway',
  'RangeError app.stock.shelf',
  'PaymentError app.billing.charge',
  'DiskError -',
]

const verifier: Verifier = [
  { id: 'bugs', weight: 4, test: ({ after }) => assert.deepEqual(keys(after).sort(), [...bugs].sort()) },
  { id: 'order', weight: 2, test: ({ after }) => assert.deepEqual(keys(after), bugs) },
  {
    id: 'counts',
    weight: 3,
    test: ({ after }) => {
      for (const [k, count] of [3, 2, 1, 1].entries()) near(rows(after)[keys(after).indexOf(bugs[k]!)]?.count, count, 0)
    },
  },
  {
    id: 'times',
    weight: 2,
    test: ({ after }) => {
      const times = ['08:00:01 08:07:00', '08:01:00 08:06:10', '08:02:00 08:02:00', '08:05:00 08:05:00']
      for (const [k, bug] of bugs.entries()) {
        const row = rows(after)[keys(after).indexOf(bug)]
        const [first, last] = times[k]!.split(' ').map((time) => `2026-07-04T${time}.000Z`)
        assert.deepEqual([row?.first, row?.last], [first, last], bug)
      }
    },
  },
  {
    id: 'log-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
