import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const columns = ['employee', 'regular', 'overtime', 'night', 'gross']
const rows = (after: Files) => tableOf(after, 'gross.csv', columns)
const cell = (after: Files, employee: string, column: string): string | undefined =>
  rows(after).find((row) => row.employee === employee)?.[column]
const holds = (after: Files, column: string, expected: readonly [number, number, number]): void => {
  for (const [i, value] of expected.entries()) near(cell(after, `N${i + 1}`, column), value, 0.004)
}

const verifier: Verifier = [
  {
    id: 'everybody',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ employee }) => employee)
          .join(' '),
        'N1 N2 N3',
      ),
  },
  { id: 'regular', weight: 2, test: ({ after }) => holds(after, 'regular', [49, 25.5, 37.5]) },
  { id: 'overtime-by-week', weight: 3, test: ({ after }) => holds(after, 'overtime', [5, 0, 0]) },
  { id: 'night', weight: 4, test: ({ after }) => holds(after, 'night', [0, 22.75, 5]) },
  { id: 'gross', weight: 3, test: ({ after }) => holds(after, 'gross', [1130, 508.36, 542.5]) },
]
export default verifier
