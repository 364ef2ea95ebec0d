import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const runs = (after: Files) =>
  tableOf(after, 'runs.csv', ['time', 'command']).map((row) => `${row.time} ${row.command}`)
const of = (after: Files, command: string) =>
  runs(after)
    .filter((run) => run.slice(17) === command)
    .map((run) => run.slice(8, 16))
const expected = [
  '2026-10-25T00:00 rotate-logs',
  '2026-10-25T00:00 snapshot',
  '2026-10-25T03:00 snapshot',
  '2026-10-25T04:05 season-check',
  '2026-10-25T06:00 sync-stock --all',
  '2026-10-25T06:00 snapshot',
  '2026-10-25T06:20 sync-stock --all',
  '2026-10-25T06:40 sync-stock --all',
  '2026-10-25T07:00 sync-stock --all',
  '2026-10-25T07:20 sync-stock --all',
  '2026-10-25T07:40 sync-stock --all',
  '2026-10-25T12:00 weekly report',
  '2026-10-26T00:00 rotate-logs',
  '2026-10-26T05:00 open-shop',
  '2026-10-26T05:15 close-books',
  '2026-10-26T06:00 sync-stock --all',
]

const verifier: Verifier = [
  { id: 'all-runs', weight: 4, test: ({ after }) => assert.deepEqual(runs(after).sort(), [...expected].sort()) },
  { id: 'order', weight: 2, test: ({ after }) => assert.deepEqual(runs(after), expected) },
  { id: 'either-day', weight: 3, test: ({ after }) => assert.deepEqual(of(after, 'close-books'), ['26T05:15']) },
  {
    id: 'steps-and-bounds',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'snapshot'), ['25T00:00', '25T03:00', '25T06:00'])
      assert.equal(of(after, 'sync-stock --all').length, 7)
    },
  },
  {
    id: 'names-and-seven',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(of(after, 'weekly report'), ['25T12:00'])
      assert.deepEqual(of(after, 'season-check'), ['25T04:05'])
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      runs(after)
      untouched({ before, after })
    },
  },
]
export default verifier
