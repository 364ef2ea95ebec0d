import { addEvent, addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'

const day = '2027-09-07'

/** Give new work orders to the cheapest insured contractor and the next free appointment. */
export default async () => {
  const services = await openServices()
  const orders = services.notion.databases.find(({ title }) => title === 'Work orders')
  const works = services.calendar.calendars.find(({ name }) => name === 'Works')
  const contractors = sheetRows(services, 'Contractors')?.slice(1)
  if (orders === undefined || works === undefined || contractors === undefined)
    throw new Error('Work orders, Works or Contractors is missing')
  const rank = ['today', 'week', 'month']
  const waiting = orders.rows
    .map(({ properties }) => properties)
    .filter(({ Status }) => Status === 'new')
    .sort((a, b) => rank.indexOf(String(a.Priority)) - rank.indexOf(String(b.Priority)))
  for (const order of waiting) {
    const price = (row: string[]): number => Number(row[3]) + 2 * Number(row[4])
    const [best] = contractors
      .filter(([, , trade, , , insured]) => trade === order.Trade && insured! >= day)
      .sort((a, b) => price(a) - price(b))
    const slot = ['09', '11', '13', '15']
      .map((hour) => ({ dtstart: `${day}T${hour}:00:00`, dtend: `${day}T${Number(hour) + 2}:00:00` }))
      .find(({ dtstart, dtend }) => !works.events.some((event) => event.dtstart < dtend && dtstart < event.dtend))
    if (best === undefined || slot === undefined) continue
    addEvent(works.events, { summary: `${order.Order} ${best[0]}`, ...slot })
    Object.assign(order, { Contractor: best[0], Status: 'ordered' })
    sendMail(services, {
      from: addressOf(services, 'house'),
      to: [best[1]!],
      subject: 'Work order',
      body: `order: ${order.Order}\nunit: ${order.Unit}\nstart: ${slot.dtstart.slice(0, 16)}`,
    })
  }
  await saveServices(services)
}
