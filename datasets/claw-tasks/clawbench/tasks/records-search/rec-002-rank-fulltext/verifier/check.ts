import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

const hits = (after: Files): [string, number][] => {
  const found = jsonOf<{ id: unknown; score: unknown }[]>(after, 'found.json')
  assert.ok(Array.isArray(found) && found.length > 0, 'no hits')
  return found.map(({ id, score }) => [String(id), Number(score)])
}
const score = (after: Files, id: string): number | undefined => hits(after).find(([one]) => one === id)?.[1]

const verifier: Verifier = [
  {
    id: 'hits',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        hits(after)
          .map(([id]) => id)
          .sort(),
        ['T1', 'T2', 'T4', 'T5', 'T7'],
      ),
  },
  { id: 'title-points', weight: 2, test: ({ after }) => assert.equal(score(after, 'T2'), 10) },
  { id: 'subject-points', weight: 2, test: ({ after }) => assert.equal(score(after, 'T7'), 14) },
  {
    id: 'mixed-points',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        ['T1', 'T4', 'T5'].map((id) => score(after, id)),
        [10, 6, 6],
      ),
  },
  {
    id: 'order',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        hits(after).map(([id]) => id),
        ['T7', 'T1', 'T2', 'T4', 'T5'],
      ),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      hits(after)
      untouched({ before, after })
    },
  },
]
export default verifier
