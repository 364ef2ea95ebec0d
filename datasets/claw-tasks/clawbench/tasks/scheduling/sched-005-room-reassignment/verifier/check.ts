import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'review.csv', ['id', 'decision', 'room'])
const decided = (after: Files, expected: Record<string, string>): void => {
  for (const [id, text] of Object.entries(expected)) {
    const found = rows(after).find((row) => row.id === id)
    assert.equal(`${found?.decision} ${found?.room}`.trim(), text, `booking ${id}`)
  }
}

const verifier: Verifier = [
  {
    id: 'by-number',
    weight: 2,
    test: ({ after }) => {
      assert.equal(
        rows(after)
          .map(({ id }) => id)
          .join(' '),
        '9 10 11 12 13 14 15 16 17 18 19',
      )
      decided(after, { 9: 'kept Birch', 10: 'moved Cedar' })
    },
  },
  { id: 'smallest-then-name', weight: 3, test: ({ after }) => decided(after, { 12: 'moved Birch', 16: 'moved Ash' }) },
  {
    id: 'gap',
    weight: 3,
    test: ({ after }) => decided(after, { 13: 'moved Dogwood', 17: 'kept Ash', 19: 'moved Dogwood' }),
  },
  { id: 'no-room', weight: 2, test: ({ after }) => decided(after, { 14: 'refused' }) },
  { id: 'refused-takes-nothing', weight: 2, test: ({ after }) => decided(after, { 11: 'kept Ash', 15: 'kept Cedar' }) },
  { id: 'equipment', weight: 3, test: ({ after }) => decided(after, { 18: 'moved Birch' }) },
]
export default verifier
