import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

const hour = (time: string): number => Number(time.slice(11, 13))
const two = (value: number): string => String(value).padStart(2, '0')

/** Move the dock slots of orders whose own supplier announced a later day. */
export default async function moveDockSlots(): Promise<void> {
  const services = await openServices()
  const orders = sheetRows(services, 'Orders')
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  const dock = services.calendar.calendars.find(({ name }) => name === 'Dock')?.events
  if (orders === null || suppliers === undefined || dock === undefined)
    throw new Error('Orders, Suppliers or the calendar Dock is missing')
  const days = new Map<string, string>()
  for (const { from, body } of mailOf(services, 'buyer')) {
    const [, number, day] = /Order (\d+) will arrive on (\d{4}-\d{2}-\d{2})/.exec(body) ?? []
    const supplier = orders.find((row) => row[0] === number)?.[1]
    const known = suppliers.find(({ properties }) => properties.Supplier === supplier)?.properties.Mail
    if (day !== undefined && from === known) days.set(number!, day)
  }
  const lines: string[] = []
  for (const [number, day] of days) {
    const event = dock.find(({ summary }) => summary === number)
    if (event === undefined) throw new Error(`the dock has no event ${number}`)
    const length = hour(event.dtend) - hour(event.dtstart)
    let start = 8
    const at = (from: number): string => `${day}T${two(from)}:00:00`
    while (dock.some((one) => one !== event && one.dtstart < at(start + length) && at(start) < one.dtend)) start++
    Object.assign(event, { dtstart: at(start), dtend: at(start + length) })
    lines.push(`${number}: ${day} at ${two(start)}:00`)
  }
  sendMail(services, {
    from: addressOf(services, 'buyer'),
    to: [addressOf(services, 'warehouse')],
    subject: 'Deliveries that moved',
    body: lines.join('\n'),
  })
  await saveServices(services)
}
