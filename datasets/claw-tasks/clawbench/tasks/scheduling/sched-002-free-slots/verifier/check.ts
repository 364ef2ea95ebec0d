import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf } from '../../../../../kit/verify.ts'

const day = (after: Files, date: string): string => {
  const list = jsonOf<Record<string, { start: string; end: string }[]>>(after, 'week.json')[date]
  assert.ok(Array.isArray(list), `there is no list for ${date}`)
  return list.map(({ start, end }) => `${start}-${end}`).join(' ')
}

const verifier: Verifier = [
  {
    id: 'overlapping-events',
    weight: 3,
    test: ({ after }) => assert.equal(day(after, '2026-11-09'), '09:00-09:45 12:15-16:30'),
  },
  {
    id: 'transparent-and-tentative',
    weight: 3,
    test: ({ after }) => assert.equal(day(after, '2026-11-10'), '11:15-13:45 15:15-17:00'),
  },
  { id: 'day-off', weight: 2, test: ({ after }) => assert.equal(day(after, '2026-11-11'), '') },
  { id: 'buffer-reaches-in', weight: 3, test: ({ after }) => assert.equal(day(after, '2026-11-12'), '13:05-16:05') },
  {
    id: 'weekday-without-hours',
    weight: 1,
    test: ({ after }) => {
      assert.equal(day(after, '2026-11-13'), '')
      assert.equal(Object.keys(jsonOf(after, 'week.json')).length, 5)
    },
  },
]
export default verifier
