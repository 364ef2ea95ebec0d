import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'gross.csv', ['employee', 'hours', 'gross'])
const cell = (after: Files, employee: string, column: string): string | undefined =>
  rows(after).find((row) => row.employee === employee)?.[column]

const verifier: Verifier = [
  {
    id: 'everybody',
    weight: 2,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ employee }) => employee)
          .join(' '),
        'W1 W2 W3',
      ),
  },
  { id: 'quarters-by-day', weight: 3, test: ({ after }) => near(cell(after, 'W1', 'hours'), 20) },
  { id: 'nights-and-split-days', weight: 3, test: ({ after }) => near(cell(after, 'W2', 'hours'), 18.5) },
  {
    id: 'gross',
    weight: 3,
    test: ({ after }) => {
      near(cell(after, 'W1', 'gross'), 368)
      near(cell(after, 'W2', 'gross'), 291.38, 0.004)
    },
  },
  {
    id: 'nothing-worked',
    weight: 1,
    test: ({ after }) => {
      near(cell(after, 'W3', 'hours'), 0)
      near(cell(after, 'W3', 'gross'), 0)
    },
  },
]
export default verifier
