import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

type Row = Record<string, unknown> & { successes: Record<string, unknown> }

const file = 'analysis.json'
const metrics = (after: Files): Row[] => {
  const found = jsonOf(after, file).metrics
  assert.ok(Array.isArray(found) && found.length === 3, 'three metrics')
  return found as Row[]
}

function each(after: Files, column: string, expected: readonly number[]): void {
  const found = metrics(after)
  expected.forEach((value, k) => {
    near(found[k]![column], value, 0.0002)
  })
}

const verifier: Verifier = [
  {
    id: 'excluded',
    weight: 3,
    test: ({ after }) => {
      const rows = tableOf(after, 'excluded.csv', ['user', 'reason']).map(({ user, reason }) => `${user} ${reason}`)
      assert.deepEqual(rows.sort(), ['u03 staff', 'u09 crossed', 'u30 crossed', 'u40 staff'])
    },
  },
  {
    id: 'users',
    weight: 1,
    test: ({ after }) => {
      const users = jsonOf(after, file).users as Record<string, unknown>
      near(users?.control, 24)
      near(users?.variant, 24)
    },
  },
  {
    id: 'successes',
    weight: 3,
    test: ({ after }) => {
      const found = metrics(after).map(({ name, successes }) => [
        name,
        Number(successes.control),
        Number(successes.variant),
      ])
      assert.deepEqual(found, [
        ['signup', 5, 16],
        ['share', 6, 14],
        ['refund', 7, 9],
      ])
    },
  },
  { id: 'differences', weight: 1, test: ({ after }) => each(after, 'difference', [0.458333, 0.333333, 0.083333]) },
  { id: 'z', weight: 2, test: ({ after }) => each(after, 'z', [3.200529, 2.34216, 0.612372]) },
  { id: 'p', weight: 2, test: ({ after }) => each(after, 'p', [0.001372, 0.019172, 0.540291]) },
  { id: 'holm', weight: 3, test: ({ after }) => each(after, 'p_holm', [0.004115, 0.038345, 0.540291]) },
  {
    id: 'significant',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        metrics(after).map(({ significant }) => significant),
        [true, true, false],
      ),
  },
  {
    id: 'decision',
    weight: 2,
    test: ({ after }) => assert.equal(textOf(after, 'decision.txt').trim().toLowerCase(), 'ship'),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      metrics(after)
      untouched({ before, after })
    },
  },
]
export default verifier
