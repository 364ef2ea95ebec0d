import { addRow, addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Find services that are down for good in a monitor's alerts, open incidents and tell who uses them. */
export default async () => {
  const services = await openServices()
  const incidents = services.notion.databases.find(({ title }) => title === 'Incidents')
  const customers = services.notion.databases.find(({ title }) => title === 'Customers')
  if (incidents === undefined || customers === undefined) throw new Error('Incidents or Customers is missing')
  const seconds = (at: string): number => (Number(at) > 100_000_000_000 ? Number(at) / 1000 : Number(at))
  const down = new Map<string, number>()
  for (const { at, service, state } of await readTable('alerts.csv', ['at', 'service', 'state'])) {
    const since = down.get(service!)
    if (state === 'down') down.set(service!, since ?? seconds(at!))
    else if (since !== undefined) down.delete(service!)
  }
  for (const [service, since] of down) {
    const start = new Date(since * 1000).toISOString().slice(0, 16)
    addRow(incidents, { Service: service, Start: start, End: '', Minutes: null, Status: 'investigating' })
    for (const { properties } of customers.rows) {
      if (!String(properties.Services).split(', ').includes(service)) continue
      const body = `We have an incident: ${service} is down since ${start} UTC.`
      sendMail(services, {
        from: addressOf(services, 'status'),
        to: [String(properties.Contact)],
        subject: 'Incident',
        body,
      })
    }
  }
  await saveServices(services)
}
