import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'alerts.csv', ['address', 'alarm', 'failures', 'users', 'broke_in'])
const column = (after: Files, name: string) => rows(after).map((row) => row[name]!.replace(/\s+/g, ' '))
const addresses = ['203.0.113.9', '192.0.2.8', '2001:db8::7']

const verifier: Verifier = [
  {
    id: 'who',
    weight: 4,
    test: ({ after }) => assert.deepEqual(column(after, 'address').sort(), [...addresses].sort()),
  },
  { id: 'order', weight: 1, test: ({ after }) => assert.deepEqual(column(after, 'address'), addresses) },
  {
    id: 'alarm-times',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'alarm'), ['Aug 1 00:00:20', 'Aug 1 02:10:31', 'Aug 1 04:30:00']),
  },
  {
    id: 'failures',
    weight: 2,
    test: ({ after }) => {
      for (const [k, count] of [6, 5, 6].entries()) near(column(after, 'failures')[k], count, 0)
    },
  },
  {
    id: 'names-tried',
    weight: 2,
    test: ({ after }) => {
      for (const [k, count] of [3, 2, 1].entries()) near(column(after, 'users')[k], count, 0)
    },
  },
  { id: 'broke-in', weight: 3, test: ({ after }) => assert.deepEqual(column(after, 'broke_in'), ['ops', '', 'git']) },
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
