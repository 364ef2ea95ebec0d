import { addRow, addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Open work orders from tenants' mails, one per unit and trade, and answer. */
export default async () => {
  const services = await openServices()
  const orders = services.notion.databases.find(({ title }) => title === 'Work orders')
  const leases = services.notion.databases.find(({ title }) => title === 'Leases')
  if (orders === undefined || leases === undefined) throw new Error('Work orders or Leases is missing')
  const trades = await readTable('trades.csv', ['word', 'trade', 'priority'])
  const write = (to: string, subject: string, body: string) =>
    sendMail(services, { from: addressOf(services, 'house'), to: [to], subject, body })
  for (const { from, subject, body } of mailOf(services, 'house')) {
    if (subject !== 'Repair') continue
    const unit = leases.rows.find(({ properties }) => properties.Email === from)?.properties.Unit
    if (unit === undefined) {
      write(from, 'Not our tenant', 'We can only take reports from our tenants.')
      continue
    }
    const found = trades.find(({ word }) => body.toLowerCase().includes(word!))
    if (found === undefined) throw new Error(`no trade fits a mail of ${unit}`)
    if (orders.rows.some(({ properties }) => properties.Unit === unit && properties.Trade === found.trade)) continue
    const Order = `W${orders.rows.length + 1}`
    const { trade: Trade, priority: Priority } = found
    addRow(orders, { Order, Unit: unit, Trade: Trade!, Priority: Priority!, Contractor: '', Status: 'new' })
    write(from, 'Received', `order: ${Order}`)
  }
  await saveServices(services)
}
