import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, untouched } from '../../../../../kit/verify.ts'

const site = (after: Files, name: string): Record<string, unknown> => {
  const found = jsonOf<Record<string, Record<string, unknown>>>(after, 'stats.json')[name]
  assert.ok(found !== undefined && found !== null, `no site ${name}`)
  return found
}

function is(after: Files, name: string, expected: Readonly<Record<string, number | null>>): void {
  for (const [key, value] of Object.entries(expected)) {
    if (value === null) assert.equal(site(after, name)[key], null, `${name}.${key}`)
    else near(site(after, name)[key], value, 0.0006)
  }
}

const verifier: Verifier = [
  {
    id: 'sites',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(Object.keys(jsonOf(after, 'stats.json')).sort(), ['Lock', 'Mill', 'Quay', 'Weir']),
  },
  { id: 'quay', weight: 3, test: ({ after }) => is(after, 'Quay', { n: 5, missing: 1, mean: 5.76, median: 4.1 }) },
  { id: 'mill', weight: 3, test: ({ after }) => is(after, 'Mill', { n: 5, missing: 1, mean: 4.56, median: 5.6 }) },
  {
    id: 'spread',
    weight: 3,
    test: ({ after }) => {
      is(after, 'Quay', { sd: 3.830535 })
      is(after, 'Mill', { sd: 2.571575 })
    },
  },
  {
    id: 'one-reading',
    weight: 2,
    test: ({ after }) => is(after, 'Weir', { n: 1, missing: 2, mean: 2.2, median: 2.2, sd: null }),
  },
  {
    id: 'no-reading',
    weight: 2,
    test: ({ after }) => is(after, 'Lock', { n: 0, missing: 1, mean: null, median: null, sd: null }),
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      jsonOf(after, 'stats.json')
      untouched({ before, after })
    },
  },
]
export default verifier
