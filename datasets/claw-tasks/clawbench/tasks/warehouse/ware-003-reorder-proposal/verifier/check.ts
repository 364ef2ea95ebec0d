import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'plan.csv', ['supplier', 'sku', 'packs', 'units', 'value'])
const line = (after: Files, sku: string, packs: number, units: number, value: number): void => {
  const found = rows(after).find((row) => row.sku === sku)
  near(found?.packs, packs)
  near(found?.units, units)
  near(found?.value, value)
}

const verifier: Verifier = [
  {
    id: 'lines-in-order',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map((row) => `${row.supplier} ${row.sku}`),
        ['Baska T3', 'Norrwin T1', 'Norrwin T4'],
      ),
  },
  { id: 'whole-packs', weight: 3, test: ({ after }) => line(after, 'T1', 6, 72, 144) },
  { id: 'negative-free-stock', weight: 2, test: ({ after }) => line(after, 'T3', 3, 15, 165) },
  { id: 'empty-shelf', weight: 1, test: ({ after }) => line(after, 'T4', 16, 16, 56) },
  {
    id: 'supplier-minimum',
    weight: 3,
    test: ({ after }) => {
      const held = jsonOf(after, 'held.json')
      assert.deepEqual(Object.keys(held), ['Corvel'])
      near(held.Corvel, 24)
    },
  },
]
export default verifier
