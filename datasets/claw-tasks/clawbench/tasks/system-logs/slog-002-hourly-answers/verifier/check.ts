import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'summary.csv', ['hour', '2xx', '3xx', '4xx', '5xx'])
const expected: Readonly<Record<string, readonly number[]>> = {
  '2026-07-02T21:00Z': [2, 0, 0, 0],
  '2026-07-02T22:00Z': [1, 1, 0, 1],
  '2026-07-02T23:00Z': [0, 0, 0, 0],
  '2026-07-03T00:00Z': [1, 0, 2, 0],
  '2026-07-03T01:00Z': [0, 0, 0, 0],
  '2026-07-03T02:00Z': [1, 0, 0, 1],
}
const hours = (after: Files, wanted: readonly string[]): void => {
  for (const hour of wanted) {
    const row = rows(after).find((one) => one.hour === hour)
    for (const [k, name] of ['2xx', '3xx', '4xx', '5xx'].entries()) near(row?.[name], expected[hour]![k]!, 0)
  }
}

const verifier: Verifier = [
  {
    id: 'hours',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => row.hour),
        Object.keys(expected),
      ),
  },
  { id: 'before-midnight', weight: 2, test: ({ after }) => hours(after, ['2026-07-02T21:00Z', '2026-07-02T22:00Z']) },
  { id: 'quiet-hours', weight: 2, test: ({ after }) => hours(after, ['2026-07-02T23:00Z', '2026-07-03T01:00Z']) },
  { id: 'odd-requests', weight: 2, test: ({ after }) => hours(after, ['2026-07-03T00:00Z']) },
  { id: 'after-the-change', weight: 2, test: ({ after }) => hours(after, ['2026-07-03T02:00Z']) },
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
