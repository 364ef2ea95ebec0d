import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'usage.csv', ['assembly', 'quantity', 'steps', 'product'])
const pairs = (after: Files, column: string): [string, string][] =>
  rows(after).map((row) => [row.assembly ?? '', row[column] ?? ''])

const verifier: Verifier = [
  {
    id: 'assemblies',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ assembly }) => assembly),
        ['BIKE', 'BOX', 'CARGO', 'FRAME', 'HUB', 'SEAT', 'TRAILER', 'WHEEL'],
      ),
  },
  {
    id: 'direct-quantities',
    weight: 2,
    test: ({ after }) => {
      const found = Object.fromEntries(pairs(after, 'quantity').map(([name, cell]) => [name, Number(cell)]))
      assert.deepEqual([found.BOX, found.HUB, found.SEAT], [10, 2, 1])
    },
  },
  {
    id: 'total-quantities',
    weight: 4,
    test: ({ after }) => {
      const found = Object.fromEntries(pairs(after, 'quantity').map(([name, cell]) => [name, Number(cell)]))
      const { BIKE, CARGO, FRAME, TRAILER, WHEEL } = found
      assert.deepEqual([BIKE, CARGO, FRAME, TRAILER, WHEEL], [9, 19, 1, 24, 2])
    },
  },
  {
    id: 'steps',
    weight: 2,
    test: ({ after }) => {
      const found = Object.fromEntries(pairs(after, 'steps').map(([name, cell]) => [name, Number(cell)]))
      assert.deepEqual(found, { BIKE: 1, BOX: 1, CARGO: 2, FRAME: 2, HUB: 1, SEAT: 1, TRAILER: 2, WHEEL: 2 })
    },
  },
  {
    id: 'products',
    weight: 2,
    test: ({ after }) => {
      const found = Object.fromEntries(pairs(after, 'product'))
      const inside = { BIKE: 'no', BOX: 'no', FRAME: 'no', HUB: 'no', SEAT: 'no', WHEEL: 'no' }
      assert.deepEqual(found, { ...inside, CARGO: 'yes', TRAILER: 'yes' })
    },
  },
  {
    id: 'inputs-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
