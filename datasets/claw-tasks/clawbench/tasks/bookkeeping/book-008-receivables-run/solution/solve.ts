import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Terms = { days: number; discount_percent: number; discount_days: number; hold: boolean }
type Open = { id: string; customer: string; date: number; due: number; amount: number; open: number }
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const cents = (amount: string): number => Math.round(Number(amount) * 100)
const money = (amount: number): string => (amount / 100).toFixed(2)

/** Allocate credit notes and payments, age what is open, choose what is dunned. */
export default async function solve(): Promise<void> {
  const terms = parse(await readText('terms.yaml')) as {
    as_of: string
    grace_days: number
    customers: Record<string, Terms>
  }
  const rows = await readTable('invoices.csv', ['invoice', 'customer', 'date', 'amount'])
  const payments = await readTable('payments.csv', ['id', 'customer', 'date', 'amount', 'reference'])
  const all: Open[] = rows.map((row) => {
    const amount = cents(row.amount!)
    const date = day(row.date!)
    const due = date + terms.customers[row.customer!]!.days
    return { id: row.invoice!, customer: row.customer!, date, due, amount, open: amount }
  })
  const invoices = all.filter((one) => one.amount > 0).sort((a, b) => a.due - b.due)
  const booked: Record<string, string>[] = []
  const unapplied = new Map<string, number>()
  const apply = (source: string, customer: string, amount: number, first?: Open): void => {
    let left = amount
    for (const one of first === undefined ? invoices : [first, ...invoices.filter((other) => other !== first)]) {
      const part = one.customer === customer ? Math.min(left, one.open) : 0
      if (part === 0) continue
      booked.push({ source, invoice: one.id, applied: money(part), discount: '0.00' })
      one.open -= part
      left -= part
    }
    unapplied.set(customer, (unapplied.get(customer) ?? 0) + left)
  }
  for (const note of all.filter((one) => one.amount < 0).sort((a, b) => a.date - b.date))
    apply(note.id, note.customer, -note.amount)
  for (const pay of payments.sort((a, b) => day(a.date!) - day(b.date!) || (a.id! < b.id! ? -1 : 1))) {
    const own = terms.customers[pay.customer!]!
    const named = invoices.find((one) => one.id === pay.reference && one.customer === pay.customer && one.open > 0)
    const discount = named === undefined ? 0 : Math.round((named.amount * own.discount_percent) / 100)
    const early = named !== undefined && day(pay.date!) - named.date <= own.discount_days
    if (early && discount > 0 && named.open === named.amount && cents(pay.amount!) === named.amount - discount) {
      named.open = 0
      booked.push({ source: pay.id!, invoice: named.id, applied: pay.amount!, discount: money(discount) })
    } else apply(pay.id!, pay.customer!, cents(pay.amount!), named)
  }
  await writeTable('allocation.csv', ['source', 'invoice', 'applied', 'discount'], booked)
  const late = (one: Open): number => day(terms.as_of) - one.due
  const between = (customer: string, from: number, to: number): number =>
    invoices
      .filter((one) => one.customer === customer && late(one) >= from && late(one) <= to)
      .reduce((sum, one) => sum + one.open, 0) / 100
  const aging = Object.keys(terms.customers).map((customer) => [
    customer,
    {
      not_due: between(customer, Number.NEGATIVE_INFINITY, 0),
      d1_30: between(customer, 1, 30),
      d31_60: between(customer, 31, 60),
      over_60: between(customer, 61, Number.POSITIVE_INFINITY),
      unapplied: (unapplied.get(customer) ?? 0) / 100,
    },
  ])
  await writeJson('aging.json', Object.fromEntries(aging))
  const dunned = invoices
    .filter((one) => one.open > 0 && late(one) > terms.grace_days && !terms.customers[one.customer]!.hold)
    .map((one) => ({
      invoice: one.id,
      customer: one.customer,
      days: late(one),
      open: money(one.open),
      level: late(one) <= 30 ? 1 : late(one) <= 60 ? 2 : 3,
    }))
  await writeTable('dunning.csv', ['invoice', 'customer', 'days', 'open', 'level'], dunned)
}
