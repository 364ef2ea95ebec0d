import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'net.csv', ['employee', 'taxable', 'tax', 'net'])
const holds = (after: Files, employee: string, taxable: number, tax: number, net: number): void => {
  const row = rows(after).find((one) => one.employee === employee)
  near(row?.taxable, taxable)
  near(row?.tax, tax)
  near(row?.net, net)
}

const verifier: Verifier = [
  {
    id: 'order',
    weight: 1,
    test: ({ after }) =>
      assert.equal(
        rows(after)
          .map(({ employee }) => employee)
          .join(' '),
        'E1 E2 E3 E4 E5 E6',
      ),
  },
  {
    id: 'on-a-threshold',
    weight: 2,
    test: ({ after }) => {
      holds(after, 'E1', 12000, 0, 1100)
      holds(after, 'E6', 60000, 900, 4200)
    },
  },
  { id: 'two-brackets', weight: 3, test: ({ after }) => holds(after, 'E2', 28200, 237.5, 2262.5) },
  { id: 'top-bracket', weight: 3, test: ({ after }) => holds(after, 'E3', 67200, 1140, 4860) },
  { id: 'cut-not-rounded', weight: 2, test: ({ after }) => holds(after, 'E4', 36399, 408.31, 2925.02) },
  { id: 'never-below-zero', weight: 1, test: ({ after }) => holds(after, 'E5', 0, 0, 250) },
]
export default verifier
