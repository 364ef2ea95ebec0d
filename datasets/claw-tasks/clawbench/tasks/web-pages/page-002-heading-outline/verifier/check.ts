import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, tableOf, untouched } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'outline.csv', ['number', 'level', 'id', 'text', 'jump'])
const outline = [
  ['1', '1', '', 'Harbour guide', 'no'],
  ['1.1', '2', 'tides', 'Tides & times', 'no'],
  ['1.1.1', '3', '', 'Spring tides', 'no'],
  ['1.2', '2', 'moor', 'Mooring', 'no'],
  ['1.2.1', '4', 'fees', 'Fees', 'yes'],
  ['1.2.2', '4', '', 'Visitors and crews', 'no'],
  ['1.2.3', '3', '', 'Power on the pier', 'no'],
  ['1.3', '2', 'Contact', 'Contact us', 'no'],
  ['2', '1', '', 'Imprint', 'no'],
  ['2.1', '3', '', 'Owner', 'yes'],
]
const column = (after: Files, name: string, k: number): void =>
  assert.deepEqual(
    rows(after).map((row) => row[name]),
    outline.map((row) => row[k]),
  )

const verifier: Verifier = [
  { id: 'texts', weight: 3, test: ({ after }) => column(after, 'text', 3) },
  { id: 'numbers', weight: 4, test: ({ after }) => column(after, 'number', 0) },
  { id: 'levels', weight: 1, test: ({ after }) => column(after, 'level', 1) },
  { id: 'ids', weight: 1, test: ({ after }) => column(after, 'id', 2) },
  { id: 'jumps', weight: 2, test: ({ after }) => column(after, 'jump', 4) },
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
