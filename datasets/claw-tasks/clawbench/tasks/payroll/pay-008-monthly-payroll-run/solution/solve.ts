import { parse } from 'yaml'
import { readTable, readText, writeTable, writeText } from '../../../../../kit/solve.ts'

type Rules = {
  pay_date: string
  subject: string
  pension: { percent: number; ceiling: number }
  health: { percent: number }
  tax: Record<string, { percent: number; allowance: number }>
  protected: number
  accounts: Record<string, number>
}
const cents = (amount: string | number): number => Math.round(Number(amount) * 100)
const money = (amount: number): string => (amount / 100).toFixed(2)
/** A percentage of an amount in cents; tenths of a per cent are exact. */
const share = (amount: number, percent: number): number => Math.round((amount * Math.round(percent * 10)) / 1000)
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const credited = ['pension', 'health', 'tax', 'garnish', 'advance'] as const

/** Run a month: amounts per person, the payment file and the posting. */
export default async function solve(): Promise<void> {
  const people = await readTable('employees.csv', ['employee', 'name', 'account', 'base', 'tax_class'])
  const variable = await readTable('variable.csv', ['employee', 'kind', 'amount'])
  const rules = parse(await readText('rules.yaml')) as Rules
  const run = people.map((person) => {
    const extra = (kind: string): number =>
      variable
        .filter((row) => row.employee === person.employee && row.kind === kind)
        .reduce((sum, row) => sum + cents(row.amount!), 0)
    const scale = rules.tax[person.tax_class!]
    if (scale === undefined) throw new Error(`there is no tax class ${person.tax_class}`)
    const gross = cents(person.base!) + extra('bonus') + extra('overtime')
    const pension = share(Math.min(gross, cents(rules.pension.ceiling)), rules.pension.percent)
    const health = share(gross, rules.health.percent)
    const tax = share(Math.max(0, gross - pension - health - cents(scale.allowance)), scale.percent)
    const net = gross - pension - health - tax
    const garnish = Math.min(extra('garnish'), Math.max(0, net - cents(rules.protected)))
    const advance = Math.min(extra('advance'), net - garnish)
    const payout = net - garnish - advance
    return { ...person, gross, pension, health, tax, garnish, advance, payout, carry: extra('advance') - advance }
  })
  const columns = ['gross', ...credited, 'payout', 'carry'] as const
  const texts = run.map((row) => ({
    employee: (row as unknown as { employee: string }).employee,
    ...Object.fromEntries(columns.map((column) => [column, money(row[column])])),
  }))
  await writeTable('net.csv', ['employee', ...columns], texts)
  const sum = (column: (typeof columns)[number]): number => run.reduce((total, row) => total + row[column], 0)
  const paid = run.filter(({ payout }) => payout > 0) as unknown as { name: string; account: string; payout: number }[]
  const payments = paid.map(
    ({ name, account, payout }) =>
      `  <payment><to>${escaped(account)}</to><name>${escaped(name)}</name><amount>${money(payout)}</amount><subject>${escaped(rules.subject)}</subject></payment>\n`,
  )
  const head = `<payments date="${rules.pay_date}" count="${paid.length}" sum="${money(sum('payout'))}">`
  await writeText('payments.xml', `<?xml version="1.0" encoding="UTF-8"?>\n${head}\n${payments.join('')}</payments>\n`)
  const { accounts } = rules
  await writeTable(
    'journal.csv',
    ['account', 'debit', 'credit'],
    [
      { account: accounts.wages!, debit: money(sum('gross')), credit: '' },
      ...credited.map((column) => ({ account: accounts[column]!, debit: '', credit: money(sum(column)) })),
      { account: accounts.bank!, debit: '', credit: money(sum('payout')) },
    ],
  )
}
