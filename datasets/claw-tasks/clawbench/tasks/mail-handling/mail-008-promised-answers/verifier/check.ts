import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'actions.csv', ['id', 'company', 'due', 'state'])
const row = (after: Files, id: string) => {
  const one = rows(after).find((each) => each.id === id)
  assert.ok(one, `no row for ${id}`)
  return one
}
/** Milliseconds of a time; one without a zone is UTC. */
const utc = (time: string): number =>
  Date.parse(/(Z|[+-]\d\d:?\d\d)$/i.test(time) ? time : `${time.replace(' ', 'T')}Z`)
const due = (after: Files, id: string, moment: string): void =>
  assert.equal(utc(row(after, id).due!), Date.parse(moment), id)
const states = {
  s01: 'in time',
  s03: 'late',
  s11: 'in time',
  s04: 'overdue',
  s05: 'overdue',
  s08: 'unknown',
  s07: 'open',
  s10: 'unknown',
}
const companies = {
  s01: 'Bellamy Ropes',
  s03: 'Orchard Row',
  s11: 'Bellamy Ropes',
  s04: 'Pell & Daughters',
  s05: 'Bellamy Ropes',
  s07: 'Orchard Row',
}

const verifier: Verifier = [
  {
    id: 'which-are-requests',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((one) => one.id),
        Object.keys(states),
      ),
  },
  {
    id: 'deadline-over-night',
    weight: 2,
    test: ({ after }) => due(after, 's01', '2026-09-09T10:00:00Z'),
  },
  {
    id: 'deadline-over-holiday-and-weekend',
    weight: 3,
    test: ({ after }) => {
      due(after, 's03', '2026-09-11T08:30:00Z')
      due(after, 's11', '2026-09-11T12:00:00Z')
      due(after, 's05', '2026-09-14T09:00:00Z')
    },
  },
  {
    id: 'deadline-at-closing-time',
    weight: 3,
    test: ({ after }) => {
      due(after, 's04', '2026-09-11T17:00:00Z')
      due(after, 's07', '2026-09-14T17:00:00Z')
    },
  },
  {
    id: 'states',
    weight: 4,
    test: ({ after }) => {
      for (const [id, state] of Object.entries(states)) assert.equal(row(after, id).state, state, id)
    },
  },
  {
    id: 'companies',
    weight: 1,
    test: ({ after }) => {
      for (const [id, company] of Object.entries(companies)) assert.equal(row(after, id).company, company, id)
      for (const id of ['s08', 's10']) assert.deepEqual([row(after, id).company, row(after, id).due], ['', ''], id)
    },
  },
  {
    id: 'report',
    weight: 3,
    test: ({ after }) => {
      const report = tableOf(after, 'report.csv', ['company', 'requests', 'missed'])
      assert.deepEqual(
        report.map((one) => one.company),
        ['Bellamy Ropes', 'Orchard Row', 'Pell & Daughters'],
      )
      for (const [k, [requests, missed]] of [[3, 1] as const, [2, 1] as const, [1, 1] as const].entries()) {
        near(report[k]?.requests, requests, 0)
        near(report[k]?.missed, missed, 0)
      }
    },
  },
  {
    id: 'reminder',
    weight: 2,
    test: ({ after }) => assert.deepEqual(textOf(after, 'remind.txt').trim().split(/\s+/), ['s04', 's05']),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      row(after, 's01')
      untouched({ before, after })
    },
  },
]
export default verifier
