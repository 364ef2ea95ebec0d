import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

const year = '2026'
const cents = (amount: string): number => Math.round(Number(amount.trim() || '0') * 100)

/** Close income, then expense, over the closing account, then carry the result. */
export default async function solve(): Promise<void> {
  const chart = await readTable('accounts.csv', ['account', 'type'])
  const lines = await readTable('journal.csv', ['entry', 'date', 'account', 'debit', 'credit'])
  const ofType = (type: string): string[] => chart.filter((one) => one.type === type).map(({ account }) => account!)
  const [closing] = ofType('closing')
  const [retained] = ofType('retained')
  if (closing === undefined || retained === undefined) throw new Error('the chart has no account to close over')
  const balance = (account: string): number =>
    lines
      .filter((line) => line.account === account && line.date!.startsWith(year))
      .reduce((sum, line) => sum + cents(line.debit!) - cents(line.credit!), 0)
  const last = Math.max(...lines.map((line) => Number(line.entry)))
  const booked: Record<string, string | number>[] = []
  const book = (entry: number, account: string, amount: number): void => {
    const text = (Math.abs(amount) / 100).toFixed(2)
    if (amount === 0) return
    const sides = amount > 0 ? { debit: text, credit: '' } : { debit: '', credit: text }
    booked.push({ entry, date: `${year}-12-31`, account, ...sides })
  }
  const close = (entry: number, type: string): number => {
    const net = ofType(type).reduce((sum, account) => sum + balance(account), 0)
    for (const account of ofType(type)) book(entry, account, -balance(account))
    book(entry, closing, net)
    return net
  }
  const income = -close(last + 1, 'income')
  const expense = close(last + 2, 'expense')
  book(last + 3, closing, income - expense)
  book(last + 3, retained, expense - income)
  await writeTable('closing.csv', ['entry', 'date', 'account', 'debit', 'credit'], booked)
  await writeJson('report.json', { income: income / 100, expense: expense / 100, result: (income - expense) / 100 })
}
