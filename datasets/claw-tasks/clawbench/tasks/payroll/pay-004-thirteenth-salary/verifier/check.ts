import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'entitlements.csv', ['employee', 'months', 'amount'])
const holds = (after: Files, employee: string, months: number, amount: number): void => {
  const row = rows(after).find((one) => one.employee === employee)
  near(row?.months, months)
  near(row?.amount, amount)
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
        'F1 F2 F3 F4 F5 F6 F7',
      ),
  },
  { id: 'leave-across-months', weight: 3, test: ({ after }) => holds(after, 'F1', 11, 2750) },
  { id: 'joined-in-a-month', weight: 2, test: ({ after }) => holds(after, 'F2', 10, 2004.17) },
  {
    id: 'last-days-to-join-and-leave',
    weight: 3,
    test: ({ after }) => {
      holds(after, 'F4', 11, 3758.33)
      holds(after, 'F6', 6, 995)
    },
  },
  {
    id: 'no-claim',
    weight: 3,
    test: ({ after }) => {
      holds(after, 'F3', 0, 0)
      holds(after, 'F5', 0, 0)
    },
  },
  { id: 'absences-of-a-month-add-up', weight: 3, test: ({ after }) => holds(after, 'F7', 11, 2429.17) },
]
export default verifier
