import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

const today = '2027-07-05'

/** Hand open tickets over to whoever is on call from today, and weigh the call-outs of the week. */
export default async () => {
  const services = await openServices()
  const agents = sheetRows(services, 'Agents')
  const tickets = services.notion.databases.find(({ title }) => title === 'Tickets')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'On call')
  if (agents === null || tickets === undefined || calendar === undefined)
    throw new Error('the sheet Agents, the database Tickets or the calendar On call is missing')
  const duty = calendar.events.find(({ dtstart }) => dtstart.startsWith(today))
  const incoming = agents.find(([id]) => duty?.summary === `On call: ${id}`)
  if (incoming === undefined) throw new Error(`nobody is on call from ${today}`)
  const open = tickets.rows
    .filter(({ properties }) => properties.Status === 'open')
    .map(({ properties }) => `${properties.Priority} ${properties.Ticket}`)
    .sort()
    .map((line) => line.split(' ')[1]!)
  await writeJson('handover.json', { incoming: incoming[0], tickets: open })
  const from = addressOf(services, 'rota')
  sendMail(services, { from, to: [incoming[2]!], subject: 'Handover', body: open.join('\n') })
  const pages = await readTable('pages.csv', ['agent', 'start', 'minutes'])
  const once = [...new Map(pages.map((page) => [Object.values(page).join('|'), page])).values()]
  const weighed = ({ start, minutes }: Record<string, string>): number => {
    const first = Number(start!.slice(11, 13)) * 60 + Number(start!.slice(14, 16))
    const each = Array.from({ length: Number(minutes) }, (_, index) => (first + index) % 1440)
    return each.reduce((sum, minute) => sum + (minute >= 1320 || minute < 360 ? 2 : 1), 0)
  }
  const rows = [...new Set(once.map(({ agent }) => agent!))].sort().map((agent) => {
    const own = once.filter((page) => page.agent === agent)
    const weighted = own.reduce((sum, page) => sum + weighed(page), 0)
    const minutes = own.reduce((sum, page) => sum + Number(page.minutes), 0)
    return { agent, minutes, weighted_hours: (weighted / 60).toFixed(2) }
  })
  await writeTable('callouts.csv', ['agent', 'minutes', 'weighted_hours'], rows)
  await saveServices(services)
}
