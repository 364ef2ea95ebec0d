import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'summary.csv', ['address', 'agent', 'sessions', 'pages', 'longest'])
const keys = (after: Files) => rows(after).map((row) => `${row.address} ${row.agent}`)
const visitors: readonly [who: string, sessions: number, pages: number, longest: number][] = [
  ['198.51.100.7 Safari/17', 2, 4, 480],
  ['203.0.113.5 Firefox/128', 2, 3, 1800],
  ['198.51.100.20 Firefox/128', 1, 1, 0],
  ['203.0.113.5 Chrome/127', 1, 1, 0],
]
const column = (after: Files, name: string, k: 1 | 2 | 3): void => {
  for (const visitor of visitors) near(rows(after)[keys(after).indexOf(visitor[0])]?.[name], visitor[k], 0.5)
}

const verifier: Verifier = [
  {
    id: 'visitors',
    weight: 3,
    test: ({ after }) => assert.deepEqual(keys(after).sort(), visitors.map(([who]) => who).sort()),
  },
  {
    id: 'order',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        keys(after),
        visitors.map(([who]) => who),
      ),
  },
  { id: 'sessions', weight: 3, test: ({ after }) => column(after, 'sessions', 1) },
  { id: 'pages', weight: 2, test: ({ after }) => column(after, 'pages', 2) },
  { id: 'longest', weight: 3, test: ({ after }) => column(after, 'longest', 3) },
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
