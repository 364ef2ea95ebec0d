import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, untouched } from '../../../../../kit/verify.ts'

const list = (files: Files, name: string): unknown => jsonOf(files, 'report.json')[name]

const verifier: Verifier = [
  {
    id: 'needs-come-first',
    weight: 3,
    test: ({ after }) => {
      const order = list(after, 'order') as string[]
      assert.ok(Array.isArray(order), 'order is no list')
      const pairs = 'model<badge model<store clock<store store<audit store<report model<report store<app report<app'
      for (const pair of pairs.split(' ')) {
        const [first, then] = pair.split('<').map((name) => order.indexOf(name)) as [number, number]
        assert.ok(first >= 0 && first < then, pair)
      }
    },
  },
  {
    id: 'alphabet-decides',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(list(after, 'order'), ['clock', 'model', 'badge', 'store', 'audit', 'report', 'app']),
  },
  { id: 'cycle', weight: 3, test: ({ after }) => assert.deepEqual(list(after, 'cycle'), ['mail', 'outbox']) },
  { id: 'blocked', weight: 2, test: ({ after }) => assert.deepEqual(list(after, 'blocked'), ['alerts']) },
  {
    id: 'external',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(list(after, 'external'), ['dataclasses', 'smtplib', 'sqlite3', 'sys', 'time']),
  },
  {
    id: 'sources-kept',
    weight: 1,
    test: ({ before, after }) => {
      jsonOf(after, 'report.json')
      untouched({ before, after })
    },
  },
]
export default verifier
