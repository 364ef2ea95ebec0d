import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const file = 'estimate.json'
const groups = (after: Files): Record<string, unknown>[] => {
  const found = jsonOf(after, file).groups
  assert.ok(Array.isArray(found) && found.length === 3, 'there are three groups')
  return found as Record<string, unknown>[]
}

const verifier: Verifier = [
  {
    id: 'used-and-set-aside',
    weight: 2,
    test: ({ after }) => {
      near(jsonOf(after, file).used, 17)
      near(jsonOf(after, file).set_aside, 4)
    },
  },
  {
    id: 'groups',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        groups(after).map(({ bands }) => bands),
        [['18-29', '30-44'], ['45-59'], ['60-74', '75+']],
      ),
  },
  {
    id: 'group-sizes',
    weight: 1,
    test: ({ after }) => {
      const sizes = groups(after).map(({ replies, people }) => [Number(replies), Number(people)])
      assert.deepEqual(sizes, [
        [6, 5500],
        [4, 2900],
        [7, 2600],
      ])
    },
  },
  {
    id: 'weights',
    weight: 2,
    test: ({ after }) => {
      const weights = groups(after).map(({ weight }) => weight)
      near(weights[0], 17 / 12, 0.0002)
      near(weights[1], 1.120455, 0.0002)
      near(weights[2], 0.574026, 0.0002)
    },
  },
  { id: 'raw-share', weight: 1, test: ({ after }) => near(jsonOf(after, file).raw_share, 6 / 17, 0.0002) },
  { id: 'weighted-share', weight: 4, test: ({ after }) => near(jsonOf(after, file).weighted_share, 0.433009, 0.0002) },
  { id: 'effective-n', weight: 2, test: ({ after }) => near(jsonOf(after, file).effective_n, 14.92007, 0.002) },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      jsonOf(after, file)
      untouched({ before, after })
    },
  },
]
export default verifier
