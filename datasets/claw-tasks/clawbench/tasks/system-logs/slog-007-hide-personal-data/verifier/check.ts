import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf, textOf, untouched } from '../../../../../kit/verify.ts'

const lines = (after: Files) =>
  textOf(after, 'app.clean.log')
    .trimEnd()
    .split('\n')
    .map((line) => line.trimEnd())
const line = (after: Files, k: number, expected: string): void =>
  assert.equal(lines(after)[k]?.replace(/^\S+Z \w+ +/, ''), expected)

const verifier: Verifier = [
  {
    id: 'mail-numbers',
    weight: 3,
    test: ({ after }) => {
      line(after, 0, '[session] login <mail-1> from 203.0.113.0')
      line(after, 4, 'RetryError: told <mail-2>, cc <mail-1>')
    },
  },
  {
    id: 'secrets',
    weight: 3,
    test: ({ after }) => {
      line(after, 1, '[session] token=*** for <mail-1> ok')
      line(after, 8, '[session] password=*** PASSWORD=*** from 127.0.0.1')
    },
  },
  {
    id: 'cards-and-orders',
    weight: 3,
    test: ({ after }) => {
      line(after, 2, '[billing] card [card 1111] exp 12/29, order 4111111111111112')
      line(after, 3, '[billing] retry card [card 0004] via 10.0.3.17')
      line(after, 9, '[billing] batch 1234567890123456 closed, <mail-3> told')
    },
  },
  {
    id: 'secret-before-mail',
    weight: 2,
    test: ({ after }) => line(after, 6, '[api] GET /export?user=<mail-3>&Token=***&format=csv from 198.51.100.0'),
  },
  {
    id: 'rest-unchanged',
    weight: 2,
    test: ({ before, after }) => {
      const old = textOf(before, 'app.log').trimEnd().split('\n')
      assert.equal(lines(after).length, old.length)
      assert.deepEqual([lines(after)[5], lines(after)[7]], [old[5], old[7]])
      for (const [k, text] of lines(after).entries()) assert.equal(text.slice(0, 17), old[k]!.slice(0, 17))
    },
  },
  {
    id: 'counts',
    weight: 2,
    test: ({ after }) => {
      const counts = new Map(tableOf(after, 'redactions.csv', ['kind', 'count']).map((row) => [row.kind, row.count]))
      for (const [kind, count] of Object.entries({ secret: 4, mail: 6, card: 2, address: 2 }))
        near(counts.get(kind), count, 0)
    },
  },
  {
    id: 'log-kept',
    weight: 1,
    test: ({ before, after }) => {
      lines(after)
      untouched({ before, after })
    },
  },
]
export default verifier
