import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Book money that the bank returned, ask for other accounts and sum up by status. */
export default async () => {
  const services = await openServices()
  const sheet = sheetRows(services, 'Refunds')
  if (sheet === null) throw new Error('there is no sheet Refunds')
  const orders = await readTable('orders.csv', ['order', 'email'])
  const from = addressOf(services, 'refunds')
  for (const { order, amount_cents } of await readTable('returned.csv', ['order', 'amount_cents'])) {
    const row = sheet.find(([id]) => id === order)
    if (row === undefined) throw new Error(`there is no refund of ${order}`)
    row[2] = 'returned'
    const body = `The bank sent ${order}, ${(Number(amount_cents) / 100).toFixed(2)}, back. Which account may we use?`
    sendMail(services, {
      from,
      to: [orders.find((one) => one.order === order)!.email!],
      subject: 'Account needed',
      body,
    })
  }
  const summary: Record<string, { count: number; amount: number }> = {}
  for (const [, amount, status] of sheet.slice(1)) {
    const { count, amount: sum } = summary[status!] ?? { count: 0, amount: 0 }
    summary[status!] = { count: count + 1, amount: Math.round((sum + Number(amount)) * 100) / 100 }
  }
  await writeJson('summary.json', summary)
  const paid = (summary.paid?.amount ?? 0).toFixed(2)
  sendMail(services, { from, to: [addressOf(services, 'vera')], subject: 'Refunds of the week', body: `paid: ${paid}` })
  await saveServices(services)
}
