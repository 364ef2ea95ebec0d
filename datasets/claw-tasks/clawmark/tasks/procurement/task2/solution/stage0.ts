import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const plain = (invoice: string): string => invoice.replaceAll('-', '').toLowerCase()

/** Hold every invoice against its order and receipt, and tell finance the sum of those in order. */
export default async function checkInvoices(): Promise<void> {
  const services = await openServices()
  const invoices = await readTable('invoices.csv', ['invoice', 'supplier', 'order', 'quantity', 'amount'])
  const [head, ...orders] = sheetRows(services, 'Orders') ?? []
  if (head === undefined) throw new Error('there is no sheet Orders')
  const [number, supplier, price, received] = ['order', 'supplier', 'price', 'received'].map((name) =>
    head.indexOf(name),
  ) as [number, number, number, number]
  const seen = new Set<string>()
  const results = invoices.map((invoice) => {
    const order = orders.find((row) => row[number] === invoice.order && row[supplier] === invoice.supplier)
    const key = `${invoice.supplier} ${plain(invoice.invoice!)}`
    const again = seen.has(key)
    seen.add(key)
    if (order === undefined) return 'unknown order'
    if (again) return 'duplicate'
    if (Number(invoice.quantity) > Number(order[received])) return 'quantity'
    const wanted = Math.round(Number(invoice.quantity) * Number(order[price]) * 100)
    return wanted === Math.round(Number(invoice.amount) * 100) ? 'ok' : 'price'
  })
  await writeTable(
    'checked.csv',
    ['invoice', 'result'],
    invoices.map(({ invoice }, k) => ({ invoice: invoice!, result: results[k]! })),
  )
  const sum = invoices.filter((_, k) => results[k] === 'ok').reduce((total, { amount }) => total + Number(amount), 0)
  sendMail(services, {
    from: addressOf(services, 'buyer'),
    to: [addressOf(services, 'finance')],
    subject: 'Invoices in order',
    body: `Invoices that are in order come to ${sum.toFixed(2)}.`,
  })
  await saveServices(services)
}
