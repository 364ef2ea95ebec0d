import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'breaches.csv', ['person', 'rule', 'date'])
const of = (after: Files, rule: string): string =>
  rows(after)
    .filter((row) => row.rule === rule)
    .map(({ person, date }) => `${person} ${date}`)
    .sort()
    .join(', ')

const verifier: Verifier = [
  {
    id: 'rest',
    weight: 4,
    test: ({ after }) =>
      assert.equal(of(after, 'rest'), 'Gil 2026-10-06, Ivo 2026-10-12, Jun 2026-10-09, Lou 2026-10-05'),
  },
  { id: 'row', weight: 3, test: ({ after }) => assert.equal(of(after, 'row'), 'Hana 2026-10-10, Kai 2026-10-14') },
  { id: 'week', weight: 3, test: ({ after }) => assert.equal(of(after, 'week'), 'Hana 2026-10-05, Ivo 2026-10-05') },
  {
    id: 'sorted',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ person, rule }) => `${person} ${rule}`)
          .join(', '),
        'Gil rest, Hana row, Hana week, Ivo rest, Ivo week, Jun rest, Kai row, Lou rest',
      ),
  },
]
export default verifier
