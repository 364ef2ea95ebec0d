import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

const effective = (after: Files) => jsonOf(after, 'effective.json')

const verifier: Verifier = [
  {
    id: 'maps-merged',
    weight: 3,
    test: ({ after }) => {
      assert.deepEqual(effective(after).app, { name: 'ledgerly', debug: true, workers: 0 })
      assert.deepEqual(effective(after).labels, { team: 'tills' })
    },
  },
  {
    id: 'database',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(effective(after).database, {
        host: 'db7.staging.example',
        port: 5432,
        pool: { max: 20 },
        options: ['trace'],
      }),
  },
  {
    id: 'appended',
    weight: 3,
    test: ({ after }) => assert.deepEqual(effective(after).features, ['search', 'export', 'beta', 'audit']),
  },
  {
    id: 'replaced-by-a-map',
    weight: 1,
    test: ({ after }) => assert.deepEqual(effective(after).retry, { times: 5, wait: 2 }),
  },
  {
    id: 'new-map',
    weight: 3,
    test: ({ after }) => assert.deepEqual(effective(after).cache, { ttl: 0, note: '', peers: ['c1', 'c2'] }),
  },
  {
    id: 'top-level-keys',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(Object.keys(effective(after)).sort(), [
        'app',
        'cache',
        'database',
        'features',
        'labels',
        'retry',
      ]),
  },
  {
    id: 'layers-kept',
    weight: 1,
    test: ({ before, after }) => {
      effective(after)
      untouched({ before, after })
    },
  },
]
export default verifier
