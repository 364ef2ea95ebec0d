import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, jsonOf, tableOf } from '../../../../../kit/verify.ts'

const places = (after: Files, sku: string): string[] =>
  tableOf(after, 'putaway.csv', ['sku', 'bin', 'qty'])
    .filter((row) => row.sku === sku)
    .map((row) => `${row.bin} ${Number(row.qty)}`)
    .sort()
const orders = (after: Files): string[] =>
  tableOf(after, 'po_update.csv', ['po', 'sku', 'received', 'open'])
    .map((row) => `${row.po} ${row.sku} ${Number(row.received)} ${Number(row.open)}`)
    .sort()
const said = (after: Files, key: string): unknown[] => {
  const value = jsonOf(after, 'discrepancies.json')[key]
  assert.ok(Array.isArray(value), `${key} is no list`)
  return value
}

const verifier: Verifier = [
  {
    id: 'held-bin-then-empty-bins',
    weight: 4,
    test: ({ after }) => assert.deepEqual(places(after, 'Q1'), ['D-01 68', 'D-04 26', 'RETURN 3']),
  },
  {
    id: 'weight-limit-and-damage',
    weight: 4,
    test: ({ after }) => assert.deepEqual(places(after, 'Q2'), ['C-01 12', 'C-02 7', 'FLOOR 2', 'QUAR 2']),
  },
  { id: 'own-bin', weight: 1, test: ({ after }) => assert.deepEqual(places(after, 'Q3'), ['H-01 10']) },
  {
    id: 'not-on-order',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(places(after, 'Q5'), ['RETURN 6'])
      assert.deepEqual(places(after, 'Q4'), [])
      const rows = tableOf(after, 'putaway.csv', ['sku', 'bin', 'qty'])
      assert.deepEqual([...new Set(rows.map((row) => row.sku))].sort(), ['Q1', 'Q2', 'Q3', 'Q5'])
    },
  },
  {
    id: 'oldest-order-first',
    weight: 3,
    test: ({ after }) => assert.deepEqual(orders(after).slice(0, 2), ['4001 Q1 100 0', '4002 Q1 54 0']),
  },
  {
    id: 'other-orders',
    weight: 2,
    test: ({ after }) => assert.deepEqual(orders(after).slice(2), ['4003 Q2 21 3', '4004 Q3 10 0', '4005 Q4 0 40']),
  },
  {
    id: 'cartons',
    weight: 2,
    test: ({ after }) => {
      assert.deepEqual(said(after, 'missing'), ['CT-5'])
      assert.deepEqual(said(after, 'unexpected'), ['CT-9'])
    },
  },
  {
    id: 'differences',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        (said(after, 'differences') as Record<string, unknown>[])
          .map((one) => `${one.carton} ${Number(one.announced)} ${Number(one.found)}`)
          .sort(),
        ['CT-2 40 47', 'CT-3 24 23'],
      ),
  },
]
export default verifier
