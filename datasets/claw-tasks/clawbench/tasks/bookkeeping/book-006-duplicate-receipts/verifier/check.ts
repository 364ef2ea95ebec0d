import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf, untouched } from '../../../../../kit/verify.ts'

type Group = { keep: unknown; drop: unknown[] }
const columns = ['no', 'date', 'payee', 'gross', 'rate', 'category']
const clean = (after: Files) => tableOf(after, 'receipts_clean.csv', columns)
const groups = (after: Files): [number, number[]][] => {
  const list = jsonOf<{ groups?: Group[] }>(after, 'summary.json').groups
  assert.ok(Array.isArray(list), 'groups is no list')
  return list.map(({ keep, drop }) => [Number(keep), drop.map(Number)])
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
    test: ({ before, after }) => {
      const typed = tableOf(before, 'receipts.csv', columns)
      const kept = clean(after)
      assert.ok(
        kept.some(({ no }) => no === '42'),
        'no row 42',
      )
      for (const row of kept) {
        const original = typed.find(({ no }) => no === row.no)
        for (const column of columns) assert.equal(row[column], original?.[column], `${column} of ${row.no}`)
      }
    },
  },
  { id: 'no-chains', weight: 3, test: ({ after }) => assert.deepEqual(new Map(groups(after)).get(31), [32, 33]) },
  {
    id: 'groups',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(groups(after), [
        [31, [32, 33]],
        [35, [36]],
        [42, [41]],
      ]),
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
