import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'readings_clean.csv', ['sensor', 'time', 'value', 'filled'])

function values(after: Files, sensor: string, expected: readonly (number | null)[]): void {
  const found = rows(after).filter((row) => row.sensor === sensor)
  assert.equal(found.length, expected.length)
  expected.forEach((value, k) => {
    if (value === null) assert.equal(found[k]!.value, '')
    else near(found[k]!.value, value, 0.006)
  })
}

const verifier: Verifier = [
  {
    id: 'all-hours',
    weight: 3,
    test: ({ after }) => {
      const a = ['06', '07', '08', '09', '10', '11', '12', '13', '14', '15', '16'].map((h) => `A 2026-05-03T${h}:00`)
      const b = ['03T22', '03T23', '04T00', '04T01', '04T02'].map((h) => `B 2026-05-${h}:00`)
      assert.deepEqual(
        rows(after).map(({ sensor, time }) => `${sensor} ${time}`),
        [...a, ...b],
      )
    },
  },
  {
    id: 'first-sensor',
    weight: 3,
    test: ({ after }) => values(after, 'A', [10, 12, 15, 18, 16, 14, 12, null, null, null, 20.5]),
  },
  { id: 'over-midnight', weight: 2, test: ({ after }) => values(after, 'B', [5, 6, 7, 8, null]) },
  {
    id: 'marked',
    weight: 3,
    test: ({ after }) => {
      const drawn = rows(after).filter(({ filled }) => filled === 'yes')
      assert.deepEqual(
        drawn.map(({ sensor, time }) => `${sensor}${time?.slice(11, 13)}`),
        ['A08', 'A10', 'A11', 'B23', 'B00'],
      )
      assert.ok(rows(after).every(({ filled }) => filled === 'yes' || filled === 'no'))
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
