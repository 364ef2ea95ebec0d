import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const file = 'relation.json'
const expected: Readonly<Record<string, readonly [number, number]>> = {
  oak: [3, 2.5],
  elm: [5, 5],
  ash: [5, 4],
  fir: [7.5, 9.5],
  yew: [2, 2.5],
  box: [9, 8],
  may: [5, 7],
  fig: [1, 1],
  nut: [10, 9.5],
  pear: [7.5, 6],
}

const verifier: Verifier = [
  { id: 'trees-used', weight: 1, test: ({ after }) => near(jsonOf(after, file).n, 10) },
  { id: 'rho', weight: 4, test: ({ after }) => near(jsonOf(after, file).rho, 0.919544, 0.0002) },
  {
    id: 'ranks',
    weight: 3,
    test: ({ after }) => {
      const ranks = jsonOf(after, file).ranks as Record<string, number[]>
      assert.ok(typeof ranks === 'object' && ranks !== null, 'no ranks')
      assert.deepEqual(Object.keys(ranks).sort(), Object.keys(expected).sort())
      for (const [tree, [x, y]] of Object.entries(expected)) {
        assert.equal(ranks[tree]?.length, 2)
        near(ranks[tree]?.[0], x)
        near(ranks[tree]?.[1], y)
      }
    },
  },
  { id: 'disputed', weight: 2, test: ({ after }) => assert.deepEqual(jsonOf(after, file).disputed, ['fir', 'may']) },
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
