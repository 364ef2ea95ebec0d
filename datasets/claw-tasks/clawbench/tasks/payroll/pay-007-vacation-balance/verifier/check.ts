import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'entitlements.csv', ['employee', 'entitled', 'taken', 'balance'])
const each = (after: Files, column: string, expected: Record<string, number>): void => {
  for (const [employee, value] of Object.entries(expected))
    near(rows(after).find((row) => row.employee === employee)?.[column], value)
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
        'G1 G2 G3 G4 G5',
      ),
  },
  {
    id: 'fifteen-days-of-a-month',
    weight: 3,
    test: ({ after }) => each(after, 'entitled', { G2: 17, G3: 19, G5: 19 }),
  },
  { id: 'half-days', weight: 2, test: ({ after }) => each(after, 'entitled', { G1: 25, G4: 6.5 }) },
  { id: 'sick-on-vacation', weight: 3, test: ({ after }) => each(after, 'taken', { G1: 16 }) },
  { id: 'short-weeks', weight: 3, test: ({ after }) => each(after, 'taken', { G2: 8, G3: 2, G4: 9 }) },
  { id: 'holiday', weight: 2, test: ({ after }) => each(after, 'taken', { G5: 8 }) },
  { id: 'balance', weight: 2, test: ({ after }) => each(after, 'balance', { G1: 9, G2: 9, G3: 17, G4: -2.5, G5: 11 }) },
]
export default verifier
