import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

type Group = { keep: unknown; drop: unknown[] }
const columns = ['no', 'date', 'payee', 'gross', 'rate', 'category']
const clean = (after: Files) => tableOf(after, 'receipts_clean.csv', columns)
const groups = (after: Files): Map<number, number[]> => {
  const list = jsonOf<{ groups?: Group[] }>(after, 'summary.json').groups
  assert.ok(Array.isArray(list), 'groups is no list')
  return new Map(list.map(({ keep, drop }) => [Number(keep), drop.map(Number)]))
}

const verifier: Verifier = [
  {
    id: 'rows-kept-in-order',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(
        clean(after).map(({ no }) => no),
        ['31', '34', '35', '37', '38', '39', '40', '42', '43'],
      ),
  },
  {
    id: 'cells-as-typed',
    weight: 1,
    test: ({ after }) => {
      const found = clean(after).find(({ no }) => no === '42')
      assert.deepEqual(
        columns.map((column) => found?.[column]),
        ['42', '2026-03-12', 'Book  Barn', '27.50', '7', 'literature'],
      )
    },
  },
  { id: 'no-chains', weight: 3, test: ({ after }) => assert.deepEqual(groups(after).get(31), [32, 33]) },
  {
    id: 'groups',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        [...groups(after)],
        [
          [31, [32, 33]],
          [35, [36]],
          [42, [41]],
        ],
      ),
  },
  { id: 'overstated', weight: 2, test: ({ after }) => near(jsonOf(after, 'summary.json').overstated, 235.9) },
  {
    id: 'original-kept',
    weight: 1,
    test: ({ before, after }) => {
      clean(after)
      untouched({ before, after })
    },
  },
]
export default verifier
