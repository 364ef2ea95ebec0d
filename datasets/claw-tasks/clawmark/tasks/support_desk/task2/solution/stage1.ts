import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** Take in approvals of who may give them, make the bank's pay run and tell those who are paid. */
export default async () => {
  const services = await openServices()
  const sheet = sheetRows(services, 'Refunds')
  const approver = /\((\S+@\S+)\) can approve/.exec(await readText('policy.md'))?.[1]
  if (sheet === null || approver === undefined) throw new Error('the sheet Refunds or the approver is missing')
  const orders = await readTable('orders.csv', ['order', 'email'])
  for (const { from, subject, body } of mailOf(services, 'refunds')) {
    if (subject !== 'Approved' || from !== approver) continue
    for (const [, order, amount] of body.matchAll(/^(\w+): *([\d.]+)/gm)) {
      const row = sheet.find(([id, , status]) => id === order && status === 'waiting')
      row?.splice(1, 2, amount!, 'to pay')
    }
  }
  const due = sheet.filter(([, , status]) => status === 'to pay').sort((a, b) => (a[0]! < b[0]! ? -1 : 1))
  await writeTable(
    'payrun.csv',
    ['order', 'amount_cents'],
    due.map(([order, amount]) => ({ order: order!, amount_cents: Math.round(Number(amount) * 100) })),
  )
  for (const row of due) {
    row[2] = 'paid'
    sendMail(services, {
      from: addressOf(services, 'refunds'),
      to: [orders.find(({ order }) => order === row[0])!.email!],
      subject: 'Refund paid',
      body: `${row[0]}: ${Number(row[1]).toFixed(2)}`,
    })
  }
  await saveServices(services)
}
