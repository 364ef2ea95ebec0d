import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) =>
  tableOf(after, 'table.csv', ['Boat', 'Time', 'Price', 'Note']).map((row) => [row.Boat, row.Time, row.Price, row.Note])

const verifier: Verifier = [
  { id: 'row-count', weight: 2, test: ({ after }) => assert.equal(rows(after).length, 5) },
  {
    id: 'row-spans',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(([boat]) => boat?.split(' ')[0]),
        ['Skiff', 'Skiff', 'Canoe', 'Raft', 'Raft'],
      ),
  },
  {
    id: 'skiff',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(rows(after).slice(0, 2), [
        ['Skiff', '1 hour', '12,50 €', ''],
        ['Skiff', 'Day', '60 €', 'ask first'],
      ]),
  },
  {
    id: 'column-span',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(rows(after)[2], ['Canoe & kayak', 'on request', 'on request', 'closed "Mondays"']),
  },
  {
    id: 'raft',
    weight: 3,
    test: ({ after }) =>
      assert.deepEqual(rows(after).slice(3), [
        ['Raft', 'Day', '90 €', 'life jackets included'],
        ['Raft', 'Week', '90 €', ''],
      ]),
  },
  {
    id: 'page-kept',
    weight: 1,
    test: ({ before, after }) => {
      rows(after)
      untouched({ before, after })
    },
  },
]
export default verifier
