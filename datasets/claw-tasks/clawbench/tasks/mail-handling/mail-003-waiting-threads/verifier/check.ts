import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'report.csv', ['thread', 'waiting_since', 'address', 'messages'])
const names = (after: Files) => rows(after).map((row) => row.thread!.toLowerCase())
const row = (after: Files, thread: string) => {
  const one = rows(after).find((each) => each.thread!.toLowerCase() === thread)
  assert.ok(one, `no row for ${thread}`)
  return one
}
const waiting = ['delivery slot', 'gate motor quote', 'fwd: gate motor quote', 'lift inspection']

const verifier: Verifier = [
  { id: 'which-wait', weight: 4, test: ({ after }) => assert.deepEqual(names(after).sort(), [...waiting].sort()) },
  { id: 'longest-first', weight: 2, test: ({ after }) => assert.deepEqual(names(after), waiting) },
  {
    id: 'since-after-our-answer',
    weight: 3,
    test: ({ after }) => {
      const since = (thread: string, moment: string) => {
        assert.match(row(after, thread).waiting_since!, /(Z|[+-]\d\d:\d\d)$/)
        assert.equal(Date.parse(row(after, thread).waiting_since!), Date.parse(moment))
      }
      since('gate motor quote', '2026-05-05T06:10:00Z')
      since('lift inspection', '2026-05-07T07:45:00Z')
      since('delivery slot', '2026-05-05T04:30:00Z')
      since('fwd: gate motor quote', '2026-05-06T07:00:00Z')
    },
  },
  {
    id: 'time-copied',
    weight: 1,
    test: ({ after }) => {
      const times = [
        '2026-05-04T23:30:00-05:00',
        '2026-05-05T08:10:00+02:00',
        '2026-05-06T07:00:00Z',
        '2026-05-07T09:45:00+02:00',
      ]
      for (const [k, time] of times.entries()) assert.equal(row(after, waiting[k]!).waiting_since, time)
    },
  },
  {
    id: 'subject-of-the-earliest',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after)
          .map(({ thread }) => thread)
          .sort(),
        ['Delivery slot', 'Fwd: Gate motor quote', 'Gate motor quote', 'Lift inspection'],
      ),
  },
  {
    id: 'last-writer',
    weight: 2,
    test: ({ after }) => {
      assert.equal(row(after, 'lift inspection').address, 'bruno@hoistcheck.example')
      assert.equal(row(after, 'gate motor quote').address, 'lena@brackwell.example')
      assert.equal(row(after, 'delivery slot').address, 'ines@puertosur.example')
      assert.equal(row(after, 'fwd: gate motor quote').address, 'otto@brackwell.example')
    },
  },
  {
    id: 'message-counts',
    weight: 2,
    test: ({ after }) => {
      for (const [k, count] of [2, 4, 1, 3].entries()) near(row(after, waiting[k]!).messages, count, 0)
    },
  },
  {
    id: 'index-kept',
    weight: 1,
    test: ({ before, after }) => {
      row(after, 'lift inspection')
      untouched({ before, after })
    },
  },
]
export default verifier
