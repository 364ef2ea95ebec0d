import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Close incidents by the monitor and work out credits by plan, hours begun and cap. */
export default async () => {
  const services = await openServices()
  const incidents = services.notion.databases.find(({ title }) => title === 'Incidents')
  const customers = services.notion.databases.find(({ title }) => title === 'Customers')
  const terms = sheetRows(services, 'Credit terms')
  if (incidents === undefined || customers === undefined || terms === null)
    throw new Error('Incidents, Customers or Credit terms is missing')
  const alerts = await readTable('alerts.csv', ['at', 'service', 'state'])
  const ms = (at: string): number => (Number(at) > 100_000_000_000 ? Number(at) : Number(at) * 1000)
  const credits: { contact: string; percent: number; credit: string }[] = []
  for (const { properties: incident } of incidents.rows) {
    if (incident.Status === 'resolved') continue
    const start = Date.parse(`${incident.Start}:00Z`)
    const up = alerts.find(
      ({ at, service, state }) => service === incident.Service && state === 'up' && ms(at!) > start,
    )
    if (up === undefined) continue
    const minutes = (ms(up.at!) - start) / 60_000
    const end = new Date(ms(up.at!)).toISOString().slice(0, 16)
    Object.assign(incident, { End: end, Minutes: minutes, Status: 'resolved' })
    for (const { properties } of customers.rows) {
      if (!String(properties.Services).split(', ').includes(String(incident.Service))) continue
      const [, rate, cap] = terms.find(([plan]) => plan === properties.Plan)!
      const percent = Math.min(Number(cap), Math.ceil(minutes / 60) * Number(rate))
      const credit = ((Number(properties['Monthly fee']) * percent) / 100).toFixed(2)
      credits.push({ contact: String(properties.Contact), percent, credit })
    }
  }
  credits.sort((a, b) => (a.contact < b.contact ? -1 : 1))
  await writeTable('credits.csv', ['contact', 'percent', 'credit'], credits)
  const lines = credits.map(({ contact, credit }) => `${contact}: ${credit}`)
  const total = credits.reduce((sum, { credit }) => sum + Number(credit), 0).toFixed(2)
  sendMail(services, {
    from: addressOf(services, 'status'),
    to: [addressOf(services, 'engineer')],
    subject: 'Credits',
    body: [...lines, `total: ${total}`].join('\n'),
  })
  await saveServices(services)
}
