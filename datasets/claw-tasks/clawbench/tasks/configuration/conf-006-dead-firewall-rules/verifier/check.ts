import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'findings.csv', ['rule', 'kind', 'by'])
const dead: Readonly<Record<string, readonly [kind: string, by: string]>> = {
  30: ['shadowed', '20'],
  50: ['redundant', '10'],
  90: ['redundant', '20'],
  100: ['redundant', '70'],
  120: ['shadowed', '110'],
  140: ['shadowed', '130'],
}
const found = (after: Files, rule: string) => {
  const row = rows(after).find((one) => one.rule === rule)
  return [row?.kind, row?.by]
}

const verifier: Verifier = [
  {
    id: 'dead-rules',
    weight: 5,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => Number(row.rule)),
        [30, 50, 90, 100, 120, 140],
      ),
  },
  {
    id: 'kinds',
    weight: 3,
    test: ({ after }) => {
      for (const [rule, [kind]] of Object.entries(dead)) assert.equal(found(after, rule)[0], kind, rule)
    },
  },
  {
    id: 'covering-rules',
    weight: 3,
    test: ({ after }) => {
      for (const [rule, [, by]] of Object.entries(dead)) assert.equal(found(after, rule)[1], by, rule)
    },
  },
  {
    id: 'order-of-numbers',
    weight: 2,
    test: ({ after }) => assert.deepEqual(found(after, '30'), ['shadowed', '20']),
  },
  {
    id: 'rules-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
