import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const ids = (after: Files): string[] => {
  const found = jsonOf(after, 'found.json').ids
  assert.ok(Array.isArray(found) && found.length > 0, 'no ids')
  return found.map(String)
}

const verifier: Verifier = [
  { id: 'who-fits', weight: 4, test: ({ after }) => assert.deepEqual(ids(after).sort(), ['T1', 'T3', 'T4', 'T8']) },
  { id: 'order', weight: 2, test: ({ after }) => assert.deepEqual(ids(after), ['T8', 'T3', 'T1', 'T4']) },
  { id: 'count', weight: 1, test: ({ after }) => near(jsonOf(after, 'found.json').count, 4) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      ids(after)
      untouched({ before, after })
    },
  },
]
export default verifier
