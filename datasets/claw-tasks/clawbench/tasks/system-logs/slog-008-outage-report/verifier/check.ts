import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const incidents = (after: Files) =>
  tableOf(after, 'incidents.csv', ['start', 'end', 'requests', 'failed', 'release', 'component'])
const summary = (after: Files) => {
  const rows = tableOf(after, 'summary.csv', ['requests', 'failed', 'availability', 'bad_minutes'])
  assert.equal(rows.length, 1)
  return rows[0]!
}

const verifier: Verifier = [
  {
    id: 'outages',
    weight: 5,
    test: ({ after }) =>
      assert.deepEqual(
        incidents(after).map((row) => `${row.start} ${row.end}`),
        ['2026-07-09T14:04Z 2026-07-09T14:07Z', '2026-07-09T14:12Z 2026-07-09T14:13Z'],
      ),
  },
  {
    id: 'requests-in-outages',
    weight: 3,
    test: ({ after }) => {
      for (const [k, [requests, failed]] of [[17, 8] as const, [8, 4] as const].entries()) {
        near(incidents(after)[k]?.requests, requests, 0)
        near(incidents(after)[k]?.failed, failed, 0)
      }
    },
  },
  {
    id: 'releases',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        incidents(after).map((row) => row.release),
        ['cart 2.0.1', '-'],
      ),
  },
  {
    id: 'components',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        incidents(after).map((row) => row.component),
        ['cart', 'db'],
      ),
  },
  {
    id: 'availability',
    weight: 3,
    test: ({ after }) => {
      near(summary(after).requests, 52, 0)
      near(summary(after).failed, 16, 0)
      near(summary(after).availability, (100 * 36) / 52, 0.00051)
    },
  },
  { id: 'bad-minutes', weight: 2, test: ({ after }) => near(summary(after).bad_minutes, 6, 0) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      incidents(after)
      untouched({ before, after })
    },
  },
]
export default verifier
