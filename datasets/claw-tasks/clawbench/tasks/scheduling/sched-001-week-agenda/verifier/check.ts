import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf } from '../../../../../kit/verify.ts'

type Entry = { start: string | null; end: string | null; title: string }
const day = (after: Files, date: string): string[] => {
  const list = jsonOf<Record<string, Entry[]>>(after, 'week.json')[date]
  assert.ok(Array.isArray(list), `there is no list for ${date}`)
  return list.map(({ start, end, title }) => `${start ?? 'all'} ${end ?? 'day'} ${title}`)
}

const verifier: Verifier = [
  {
    id: 'seven-days',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(Object.keys(jsonOf(after, 'week.json')).sort(), [
        '2026-09-14',
        '2026-09-15',
        '2026-09-16',
        '2026-09-17',
        '2026-09-18',
        '2026-09-19',
        '2026-09-20',
      ]),
  },
  {
    id: 'monday',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(day(after, '2026-09-14'), [
        'all day Pim away',
        '09:00 10:00 Call with Osaka, second try',
        '09:00 09:30 Stand-up',
      ]),
  },
  {
    id: 'all-day-ends-before',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(day(after, '2026-09-15'), ['all day Fair in the harbour hall'])
      assert.deepEqual(day(after, '2026-09-20'), ['all day Open house'])
    },
  },
  {
    id: 'cancelled',
    weight: 2,
    test: ({ after }) => assert.deepEqual(day(after, '2026-09-16'), ['all day Fair in the harbour hall']),
  },
  {
    id: 'past-midnight',
    weight: 3,
    test: ({ after }) => assert.deepEqual(day(after, '2026-09-17'), ['00:00 01:00 Server window']),
  },
  {
    id: 'long-title',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(day(after, '2026-09-18'), ['13:00 14:30 Review of the winter catalogue with the printer'])
      assert.deepEqual(day(after, '2026-09-19'), [])
    },
  },
]
export default verifier
