import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

type Open = { ticket: string; priority: string; assignee: string | null }

const open = (after: Files): Open[] => {
  const found = jsonOf(after, 'state.json').open
  assert.ok(Array.isArray(found) && found.length > 0, 'nothing is open')
  return found as Open[]
}
const ticket = (after: Files, name: string): Open | undefined => open(after).find((one) => one.ticket === name)

const verifier: Verifier = [
  {
    id: 'which-are-open',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        open(after).map((one) => one.ticket),
        ['T1', 'T2', 'T3'],
      ),
  },
  {
    id: 'cancelled-closing',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual({ ...ticket(after, 'T1') }, { ticket: 'T1', priority: 'normal', assignee: 'Ada' }),
  },
  {
    id: 'late-entries',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual({ ...ticket(after, 'T2') }, { ticket: 'T2', priority: 'high', assignee: null }),
  },
  {
    id: 'reopened',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual({ ...ticket(after, 'T3') }, { ticket: 'T3', priority: 'high', assignee: null }),
  },
  {
    id: 'closed',
    weight: 3,
    test: ({ after }) => assert.deepEqual(jsonOf(after, 'state.json').closed, ['T4', 'T6']),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      open(after)
      untouched({ before, after })
    },
  },
]
export default verifier
