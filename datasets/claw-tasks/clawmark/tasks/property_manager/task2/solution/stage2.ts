import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Check contractors' invoices against the time in the calendar and the rates in the sheet. */
export default async () => {
  const services = await openServices()
  const orders = services.notion.databases.find(({ title }) => title === 'Work orders')
  const works = services.calendar.calendars.find(({ name }) => name === 'Works')
  const contractors = sheetRows(services, 'Contractors')
  if (orders === undefined || works === undefined || contractors === null)
    throw new Error('Work orders, Works or Contractors is missing')
  const invoices = await readTable('invoices.csv', ['order', 'contractor', 'minutes', 'total'])
  const once = new Map(invoices.map((invoice) => [invoice.order!, invoice]))
  const checked: Record<string, string>[] = []
  for (const [order, { contractor, minutes, total }] of once) {
    const event = works.events.find(({ summary }) => summary.startsWith(`${order} `))
    const [, email, , callOut, rate] = contractors.find(([name]) => name === contractor) ?? []
    const row = orders.rows.find(({ properties }) => properties.Order === order)
    if (event === undefined || email === undefined || row === undefined) throw new Error(`${order} is not known`)
    const lasted = (Date.parse(`${event.dtend}Z`) - Date.parse(`${event.dtstart}Z`)) / 60_000
    const counted = Math.min(lasted, Number(minutes))
    const right = (Number(callOut) + (Number(rate) * counted) / 60).toFixed(2)
    const verdict = Number(minutes) > lasted ? 'too long' : Number(total) === Number(right) ? 'pay' : 'wrong total'
    checked.push({ order, contractor: contractor!, right_total: right, verdict })
    row.properties.Status = verdict === 'pay' ? 'paid' : 'disputed'
    if (verdict === 'pay') continue
    const from = addressOf(services, 'house')
    sendMail(services, { from, to: [email], subject: 'Invoice', body: `order: ${order}\nright total: ${right}` })
  }
  await writeTable('checked.csv', ['order', 'contractor', 'right_total', 'verdict'], checked)
  await saveServices(services)
}
