import { readTable, writeTable } from '../../../../../kit/solve.ts'

const until = '2026-03-31'
const cents = (amount: string): number => Math.round(Number(amount.trim() || '0') * 100)
const money = (amount: number): string => (amount / 100).toFixed(2)

/** Sum the journal per account of the chart up to the cut-off date. */
export default async function solve(): Promise<void> {
  const chart = await readTable('accounts.csv', ['account', 'name'])
  const lines = await readTable('journal.csv', ['date', 'account', 'debit', 'credit'])
  const sums = chart
    .map(({ account, name }) => {
      const own = lines.filter((line) => line.account === account && line.date! <= until)
      const side = (column: string): number => own.reduce((sum, line) => sum + cents(line[column]!), 0)
      return { account: account!, name: name!, debit: side('debit'), credit: side('credit') }
    })
    .sort((a, b) => (a.account < b.account ? -1 : 1))
  const debit = sums.reduce((sum, row) => sum + row.debit, 0)
  const credit = sums.reduce((sum, row) => sum + row.credit, 0)
  await writeTable(
    'balances.csv',
    ['account', 'name', 'debit', 'credit', 'balance'],
    [...sums, { account: 'TOTAL', name: '', debit, credit }].map((row) => ({
      ...row,
      debit: money(row.debit),
      credit: money(row.credit),
      balance: money(row.debit - row.credit),
    })),
  )
}
