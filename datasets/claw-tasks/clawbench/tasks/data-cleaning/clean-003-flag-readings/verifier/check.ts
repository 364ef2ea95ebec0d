import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'readings_clean.csv', ['sensor', 'time', 'value', 'flag'])
const hours = (after: Files, sensor: string, column: string): (string | undefined)[] =>
  rows(after)
    .filter((row) => row.sensor === sensor)
    .map((row) => row[column])

const verifier: Verifier = [
  {
    id: 'temperature-flags',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(hours(after, 'T1', 'flag'), ['ok', 'missing', 'missing', 'ok', 'range', 'ok']),
  },
  {
    id: 'humidity-flags',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(hours(after, 'H1', 'flag'), ['ok', 'range', 'ok', 'range', 'missing', 'missing']),
  },
  {
    id: 'unknown-sensor',
    weight: 2,
    test: ({ after }) => assert.deepEqual(hours(after, 'X9', 'flag'), ['unknown', 'missing']),
  },
  {
    id: 'values',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ sensor, time, value }) => `${sensor} ${time} ${value}`.trim()),
        [
          'T1 2026-02-01T00:00 4.5',
          'H1 2026-02-01T00:00 100',
          'T1 2026-02-01T01:00',
          'H1 2026-02-01T01:00',
          'T1 2026-02-01T02:00',
          'H1 2026-02-01T02:00 0',
          'T1 2026-02-01T03:00 45.0',
          'H1 2026-02-01T03:00',
          'T1 2026-02-01T04:00',
          'X9 2026-02-01T04:00',
          'H1 2026-02-01T04:00',
          'T1 2026-02-01T05:00 -20',
          'X9 2026-02-01T05:00',
          'H1 2026-02-01T05:00',
        ],
      ),
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      const flags = jsonOf(after, 'flags.json')
      for (const [flag, count] of Object.entries({ ok: 5, missing: 5, range: 3, unknown: 1 })) near(flags[flag], count)
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
