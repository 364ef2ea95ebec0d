import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const problems = (after: Files) => tableOf(after, 'problems.csv', ['ref', 'kind'])
const refs = (after: Files, kind: string): (string | undefined)[] =>
  problems(after)
    .filter((row) => row.kind === kind)
    .map(({ ref }) => ref)
    .sort()

const verifier: Verifier = [
  {
    id: 'unknown',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(refs(after, 'member-unknown'), ['L04', 'L08'])
      assert.deepEqual(refs(after, 'copy-unknown'), ['L05', 'L08'])
    },
  },
  {
    id: 'dates',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(refs(after, 'after-end'), ['L06'])
      assert.deepEqual(refs(after, 'back-before-out'), ['L07'])
    },
  },
  {
    id: 'double-lent',
    weight: 4,
    test: ({ after }) => assert.deepEqual(refs(after, 'double-lent'), ['L03', 'L04', 'L08', 'L09']),
  },
  { id: 'status', weight: 2, test: ({ after }) => assert.deepEqual(refs(after, 'status-wrong'), ['T1/1', 'T3/1']) },
  {
    id: 'sorted',
    weight: 1,
    test: ({ after }) => {
      const found = problems(after).map(({ ref, kind }) => `${ref} ${kind}`)
      assert.equal(found.length, 12)
      assert.deepEqual(found, found.toSorted())
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      problems(after)
      untouched({ before, after })
    },
  },
]
export default verifier
