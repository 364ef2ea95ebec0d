import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

const order = ['cache', 'db', 'admin', 'api', 'web']
const placement = (after: Files) => tableOf(after, 'placement.csv', ['service', 'host', 'free_after'])
const findings = (after: Files) =>
  tableOf(after, 'findings.csv', ['service', 'problem', 'detail']).map((row) =>
    `${row.service} ${row.problem} ${row.detail}`.trim(),
  )
const expected = [
  'admin blocked 10.20.1.5',
  'api blocked 10.20.30.4',
  'digest never-starts',
  'graph needs-missing metrics',
  'mail never-starts',
  'metrics no-room',
  'queue never-starts',
  'web blocked 198.51.100.20',
]
const only = (after: Files, pattern: RegExp): void =>
  assert.deepEqual(
    findings(after)
      .filter((line) => pattern.test(line))
      .sort(),
    expected.filter((line) => pattern.test(line)),
  )

const verifier: Verifier = [
  { id: 'start-order', weight: 3, test: ({ after }) => assert.deepEqual(jsonOf(after, 'start_order.json'), order) },
  {
    id: 'hosts',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        placement(after).map((row) => `${row.service} ${row.host}`),
        ['cache ash', 'db birch', 'admin cedar', 'api ash', 'web ash'],
      ),
  },
  {
    id: 'memory-left',
    weight: 2,
    test: ({ after }) => {
      for (const [k, free] of [2488, 452, 2244, 1464, 664].entries()) near(placement(after)[k]?.free_after, free, 0)
    },
  },
  { id: 'circles', weight: 3, test: ({ after }) => only(after, /never-starts/) },
  { id: 'no-place', weight: 2, test: ({ after }) => only(after, /no-room|needs-missing/) },
  { id: 'blocked-clients', weight: 4, test: ({ after }) => only(after, /blocked/) },
  { id: 'findings-sorted', weight: 1, test: ({ after }) => assert.deepEqual(findings(after), expected) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      placement(after)
      untouched({ before, after })
    },
  },
]
export default verifier
