import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const plain = (invoice: string): string => invoice.replaceAll('-', '').toLowerCase()
const plusDays = (iso: string, days: number): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Check all invoices by today's receipts and make the payment run of active suppliers. */
export default async function releasePayments(): Promise<void> {
  const services = await openServices()
  const invoices = await readTable('invoices.csv', [
    'invoice',
    'supplier',
    'order',
    'quantity',
    'amount',
    'received_on',
  ])
  const [head, ...orders] = sheetRows(services, 'Orders') ?? []
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  if (head === undefined || suppliers === undefined) throw new Error('Orders or Suppliers is missing')
  const column = (name: string): number => head.indexOf(name)
  const checked: { invoice: string; result: string }[] = []
  const run: { invoice: string; supplier: string; amount: string; pay_on: string }[] = []
  const seen: string[] = []
  for (const { invoice, supplier, order, quantity, amount, received_on } of invoices) {
    const key = `${supplier} ${plain(invoice!)}`
    const row = orders.find((one) => one[column('order')] === order && one[column('supplier')] === supplier)
    const right =
      Math.round(Number(quantity) * Number(row?.[column('price')]) * 100) === Math.round(Number(amount) * 100)
    let result = right ? 'ok' : 'price'
    if (Number(quantity) > Number(row?.[column('received')])) result = 'quantity'
    if (seen.includes(key)) result = 'duplicate'
    if (row === undefined) result = 'unknown order'
    seen.push(key)
    checked.push({ invoice: invoice!, result })
    const payee = suppliers.find(({ properties }) => properties.Supplier === supplier)?.properties
    if (result !== 'ok' || payee?.Status !== 'active') continue
    run.push({
      invoice: invoice!,
      supplier: supplier!,
      amount: Number(amount).toFixed(2),
      pay_on: plusDays(received_on!, Number(payee.Terms)),
    })
    row![column('status')] = 'invoiced'
  }
  run.sort((a, b) => (`${a.pay_on} ${a.invoice}` < `${b.pay_on} ${b.invoice}` ? -1 : 1))
  await writeTable('checked.csv', ['invoice', 'result'], checked)
  await writeTable('payrun.csv', ['invoice', 'supplier', 'amount', 'pay_on'], run)
  const sum = run.reduce((total, { amount }) => total + Number(amount), 0)
  sendMail(services, {
    from: addressOf(services, 'buyer'),
    to: [addressOf(services, 'finance')],
    subject: 'Payment run',
    body: `The run has ${run.length} payments, ${sum.toFixed(2)} in all.`,
  })
  await saveServices(services)
}
