import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeTable } from '../../../../../kit/solve.ts'

const soon = '2027-02-01T13:00'

/** Work out when open tickets must be answered, and warn of those that press. */
export default async () => {
  const services = await openServices()
  const database = (wanted: string) => {
    const found = services.notion.databases.find(({ title }) => title === wanted)
    if (found === undefined) throw new Error(`there is no database ${wanted}`)
    return found.rows.map(({ properties }) => properties)
  }
  const targets = sheetRows(services, 'SLA targets')
  if (targets === null) throw new Error('there is no sheet SLA targets')
  const plans = new Map(database('Customers').map(({ Customer, Plan }) => [Customer, String(Plan)]))
  const due = database('Tickets')
    .filter(({ Status }) => Status === 'open')
    .map(({ Ticket, Customer, Priority, Opened }) => {
      const row = targets.find(([plan]) => plan === plans.get(Customer!))
      const allowed = row?.[targets[0]!.indexOf(String(Priority))]
      if (allowed === undefined) throw new Error(`there is no target for ${Ticket}`)
      const minutes = Number.parseInt(allowed, 10) * (allowed.endsWith('h') ? 60 : 1)
      const at = new Date(Date.parse(`${Opened}:00Z`) + minutes * 60_000).toISOString().slice(0, 16)
      return { ticket: String(Ticket), due: at }
    })
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  await writeTable('due.csv', ['ticket', 'due'], due)
  sendMail(services, {
    from: addressOf(services, 'desk'),
    to: [addressOf(services, 'lead')],
    subject: 'Due soon',
    body: due
      .filter((one) => one.due <= soon)
      .map((one) => `${one.ticket}: ${one.due}`)
      .join('\n'),
  })
  await saveServices(services)
}
