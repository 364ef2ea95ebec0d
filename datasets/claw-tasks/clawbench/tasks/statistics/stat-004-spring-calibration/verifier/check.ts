import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const file = 'relation.json'

const verifier: Verifier = [
  { id: 'pairs-used', weight: 1, test: ({ after }) => near(jsonOf(after, file).n, 8) },
  {
    id: 'line',
    weight: 4,
    test: ({ after }) => {
      near(jsonOf(after, file).slope, 4.119419, 0.0002)
      near(jsonOf(after, file).intercept, 1.081488, 0.0002)
    },
  },
  { id: 'determination', weight: 2, test: ({ after }) => near(jsonOf(after, file).r_squared, 0.975225, 0.0002) },
  { id: 'scatter', weight: 2, test: ({ after }) => near(jsonOf(after, file).residual_sd, 1.112294, 0.0002) },
  { id: 'furthest', weight: 1, test: ({ after }) => assert.equal(jsonOf(after, file).furthest, 'a7') },
  { id: 'load', weight: 2, test: ({ after }) => near(jsonOf(after, file).load_for_10mm, 2.164993, 0.0002) },
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
