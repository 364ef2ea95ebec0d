import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const column = (files: Files, name: string): string[] =>
  tableOf(files, 'outline.csv', ['line', 'level', 'title', 'words']).map((row) => row[name]!)
/** An empty cell is no zero. */
const count = (cell: string): number => (cell === '' ? Number.NaN : Number(cell))

const verifier: Verifier = [
  {
    id: 'titles',
    weight: 4,
    test: ({ after }) =>
      assert.deepEqual(column(after, 'title'), [
        'House rules',
        'Bags',
        'Lost keys',
        'Copying',
        'At the printer',
        'Colours',
        'Good night',
      ]),
  },
  {
    id: 'lines',
    weight: 2,
    test: ({ after }) => assert.deepEqual(column(after, 'line').map(Number), [1, 5, 10, 12, 19, 30, 32]),
  },
  {
    id: 'levels',
    weight: 2,
    test: ({ after }) => assert.deepEqual(column(after, 'level').map(Number), [1, 2, 3, 2, 2, 4, 1]),
  },
  {
    id: 'words',
    weight: 4,
    test: ({ after }) => assert.deepEqual(column(after, 'words').map(count), [8, 12, 0, 8, 4, 0, 6]),
  },
  {
    id: 'handbook-kept',
    weight: 1,
    test: ({ before, after }) => {
      column(after, 'title')
      untouched({ before, after })
    },
  },
]
export default verifier
