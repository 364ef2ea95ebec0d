import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Report which tickets were answered in time, close them and apologise for the others. */
export default async () => {
  const services = await openServices()
  const database = (wanted: string) => {
    const found = services.notion.databases.find(({ title }) => title === wanted)
    if (found === undefined) throw new Error(`there is no database ${wanted}`)
    return found.rows.map(({ properties }) => properties)
  }
  const targets = sheetRows(services, 'SLA targets')
  if (targets === null) throw new Error('there is no sheet SLA targets')
  const replies = (await readTable('replies.csv', ['ticket', 'replied', 'kind'])).filter(({ kind }) => kind === 'agent')
  const open = database('Tickets').filter(({ Status }) => Status === 'open')
  const met: string[] = []
  const missed: string[] = []
  for (const ticket of open) {
    const customer = database('Customers').find(({ Customer }) => Customer === ticket.Customer)
    const allowed = targets.find(([plan]) => plan === customer?.Plan)?.[targets[0]!.indexOf(String(ticket.Priority))]
    if (allowed === undefined) throw new Error(`there is no target for ${ticket.Ticket}`)
    const minutes = Number.parseInt(allowed, 10) * (allowed.endsWith('h') ? 60 : 1)
    const times = replies
      .filter((reply) => reply.ticket === ticket.Ticket)
      .map(({ replied }) => Date.parse(`${replied}:00Z`))
    const late = Math.min(...times) > Date.parse(`${ticket.Opened}:00Z`) + minutes * 60_000
    ;(late ? missed : met).push(String(ticket.Ticket))
    ticket.Status = 'answered'
    if (!late) continue
    sendMail(services, {
      from: addressOf(services, 'desk'),
      to: [String(customer!.Contact)],
      subject: 'Our apologies',
      body: `We answered your ticket ${ticket.Ticket} later than we promised.`,
    })
  }
  await writeJson('sla_report.json', { met, missed, rate: met.length / open.length })
  await saveServices(services)
}
