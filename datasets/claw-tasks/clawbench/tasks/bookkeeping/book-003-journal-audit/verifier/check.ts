import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const lists = (after: Files, key: string, expected: readonly number[]): void => {
  const value = jsonOf(after, 'report.json')[key]
  assert.ok(Array.isArray(value), `${key} is no list`)
  assert.deepEqual(value.map(Number), expected)
}

const verifier: Verifier = [
  { id: 'unbalanced', weight: 3, test: ({ after }) => lists(after, 'unbalanced', [102, 108]) },
  { id: 'unknown-account', weight: 3, test: ({ after }) => lists(after, 'unknown_account', [103, 108]) },
  { id: 'line-amounts', weight: 3, test: ({ after }) => lists(after, 'line_amounts', [106, 110]) },
  { id: 'dates', weight: 2, test: ({ after }) => lists(after, 'dates', [105]) },
  { id: 'missing', weight: 2, test: ({ after }) => lists(after, 'missing', [104, 109]) },
  { id: 'clean', weight: 1, test: ({ after }) => near(jsonOf(after, 'report.json').clean, 4) },
  {
    id: 'no-corrections',
    weight: 1,
    test: ({ before, after }) => {
      jsonOf(after, 'report.json')
      untouched({ before, after })
    },
  },
]
export default verifier
