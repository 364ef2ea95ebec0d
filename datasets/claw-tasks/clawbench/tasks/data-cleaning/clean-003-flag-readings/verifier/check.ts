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
    test: ({ after }) => {
      const kept = rows(after).map(({ value }) => (value === '' ? null : Number(value)))
      const _ = null
      assert.deepEqual(kept, [4.5, 100, _, _, _, 0, 45, _, _, _, _, -20, _, _])
    },
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
