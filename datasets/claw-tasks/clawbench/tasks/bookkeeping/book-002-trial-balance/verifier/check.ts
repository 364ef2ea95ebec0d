import assert from 'node:assert/strict'
import type { Verifier } from '@lawbook/benchmarks'
import { type Files, near, tableOf } from '../../../../../kit/verify.ts'

const rows = (after: Files) => tableOf(after, 'balances.csv', ['account', 'name', 'debit', 'credit', 'balance'])
const row = (after: Files, account: string): Record<string, string> => {
  const found = rows(after).filter((one) => one.account === account)
  assert.equal(found.length, 1, `account ${account} has ${found.length} rows`)
  return found[0]!
}
const holds = (after: Files, account: string, debit: number, credit: number, balance: number): void => {
  const one = row(after, account)
  near(one.debit, debit)
  near(one.credit, credit)
  near(one.balance, balance)
}

const verifier: Verifier = [
  {
    id: 'accounts-in-order',
    weight: 2,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ account }) => account),
        ['0400', '1000', '2200', '3000', '6100', '6300', '6800', '8000', 'TOTAL'],
      ),
  },
  {
    id: 'names',
    weight: 1,
    test: ({ after }) =>
      assert.deepEqual(
        rows(after).map(({ name }) => name),
        ['Equipment', 'Bank', 'Output tax', 'Capital', 'Wages', 'Telephone', 'Postage', 'Sales', ''],
      ),
  },
  { id: 'bank', weight: 3, test: ({ after }) => holds(after, '1000', 7499, 1750.45, 5748.55) },
  {
    id: 'credit-balances-negative',
    weight: 2,
    test: ({ after }) => {
      holds(after, '2200', 0, 399, -399)
      holds(after, '3000', 0, 5000, -5000)
      holds(after, '8000', 0, 2100, -2100)
    },
  },
  {
    id: 'cut-off-date',
    weight: 3,
    test: ({ after }) => {
      holds(after, '6300', 89.95, 0, 89.95)
      holds(after, '6100', 410.1, 0, 410.1)
    },
  },
  { id: 'equipment', weight: 1, test: ({ after }) => holds(after, '0400', 1250.4, 0, 1250.4) },
  {
    id: 'unused-account',
    weight: 1,
    test: ({ after }) => {
      holds(after, '6800', 0, 0, 0)
      assert.equal(row(after, '6800').name, 'Postage')
    },
  },
  { id: 'totals', weight: 2, test: ({ after }) => holds(after, 'TOTAL', 9249.45, 9249.45, 0) },
]
export default verifier
