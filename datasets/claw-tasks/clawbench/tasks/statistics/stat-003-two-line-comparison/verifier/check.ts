import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const file = 'stats.json'

const verifier: Verifier = [
  {
    id: 'who-is-compared',
    weight: 1,
    test: ({ after }) => {
      const { reference, other, n_reference, n_other } = jsonOf(after, file)
      assert.deepEqual([reference, other], ['Line A', 'Line B'])
      near(n_reference, 7)
      near(n_other, 7)
    },
  },
  { id: 'difference', weight: 2, test: ({ after }) => near(jsonOf(after, file).difference, 3.042857, 0.0002) },
  { id: 'standard-error', weight: 2, test: ({ after }) => near(jsonOf(after, file).standard_error, 0.964823, 0.0002) },
  { id: 't', weight: 1, test: ({ after }) => near(jsonOf(after, file).t, 3.153797, 0.0002) },
  { id: 'degrees-of-freedom', weight: 3, test: ({ after }) => near(jsonOf(after, file).df, 6.637354, 0.0002) },
  {
    id: 'interval',
    weight: 3,
    test: ({ after }) => {
      const interval = jsonOf(after, file).interval
      assert.ok(Array.isArray(interval) && interval.length === 2, 'the interval has two ends')
      near(interval[0], 0.681934, 0.0003)
      near(interval[1], 5.40378, 0.0003)
    },
  },
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
