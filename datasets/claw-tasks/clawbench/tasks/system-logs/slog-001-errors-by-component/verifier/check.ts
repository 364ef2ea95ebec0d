import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'errors.csv', ['component', 'warnings', 'errors', 'last_error'])
const column = (after: Files, name: string) => rows(after).map((row) => row[name])
const parts = ['billing', 'mail-out', 'search', 'stock']

const verifier: Verifier = [
  { id: 'components', weight: 3, test: ({ after }) => assert.deepEqual(column(after, 'component').sort(), parts) },
  { id: 'order', weight: 1, test: ({ after }) => assert.deepEqual(column(after, 'component'), parts) },
  {
    id: 'errors',
    weight: 3,
    test: ({ after }) => {
      for (const [k, count] of [2, 1, 1, 0].entries()) near(column(after, 'errors')[k], count, 0)
    },
  },
  {
    id: 'warnings',
    weight: 2,
    test: ({ after }) => {
      for (const [k, count] of [1, 0, 0, 2].entries()) near(column(after, 'warnings')[k], count, 0)
    },
  },
  {
    id: 'last-errors',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'last_error'), [
        '2026-07-03T01:07:00.000Z',
        '2026-07-03T01:09:15.900Z',
        '2026-07-03T01:05:41.000Z',
        '',
      ]),
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
