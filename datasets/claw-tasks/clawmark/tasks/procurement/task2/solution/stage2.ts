import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const cents = (amount: string): number => Math.round(Number(amount) * 100)

/** Net credit notes against invoices, make the final run, and tell suppliers which invoices are refused. */
export default async function settleCredits(): Promise<void> {
  const services = await openServices()
  const invoices = await readTable('invoices.csv', [
    'invoice',
    'supplier',
    'order',
    'quantity',
    'amount',
    'received_on',
  ])
  const checked = new Map(
    (await readTable('checked.csv', ['invoice', 'result'])).map((row) => [row.invoice, row.result!]),
  )
  const listed = (await readTable('payrun.csv', ['invoice'])).map(({ invoice }) => invoice)
  const notes = await readTable('credit_notes.csv', ['credit', 'supplier', 'invoice', 'amount'])
  const credits = [...new Map(notes.map((note) => [`${note.supplier} ${note.credit}`, note])).values()]
  const [head, ...orders] = sheetRows(services, 'Orders') ?? []
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  if (head === undefined || suppliers === undefined) throw new Error('Orders or Suppliers is missing')
  const run: { invoice: string; supplier: string; amount: string; pay_on: string }[] = []
  const refused = new Map<string, string[]>()
  for (const { invoice, supplier, order, quantity, amount, received_on } of invoices) {
    const payee = suppliers.find(({ properties }) => properties.Supplier === supplier)!.properties
    const price = orders.find((row) => row[head.indexOf('order')] === order)?.[head.indexOf('price')]
    const credit = credits
      .filter((note) => note.invoice === invoice && note.supplier === supplier)
      .reduce((sum, note) => sum + cents(note.amount!), 0)
    const net = cents(amount!) - credit
    const mended = checked.get(invoice) === 'price' && net === Math.round(Number(quantity) * Number(price) * 100)
    if ((mended || listed.includes(invoice)) && payee.Status === 'active') {
      const day = Date.parse(`${received_on}T00:00:00Z`) + Number(payee.Terms) * 86_400_000
      const pay_on = new Date(day).toISOString().slice(0, 10)
      run.push({ invoice: invoice!, supplier: supplier!, amount: (net / 100).toFixed(2), pay_on })
    } else if (checked.get(invoice) !== 'ok') {
      refused.set(String(payee.Mail), [
        ...(refused.get(String(payee.Mail)) ?? []),
        `${invoice}: ${checked.get(invoice)}`,
      ])
    }
  }
  run.sort((a, b) => (`${a.pay_on} ${a.invoice}` < `${b.pay_on} ${b.invoice}` ? -1 : 1))
  await writeTable('payrun_final.csv', ['invoice', 'supplier', 'amount', 'pay_on'], run)
  for (const [to, lines] of refused)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [to],
      subject: 'Invoices that we cannot pay',
      body: lines.join('\n'),
    })
  await saveServices(services)
}
