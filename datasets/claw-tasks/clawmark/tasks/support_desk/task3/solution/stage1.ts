import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeTable } from '../../../../../kit/solve.ts'

/** Tell users of a broken service when the repair calendar expects it back. */
export default async () => {
  const services = await openServices()
  const incidents = services.notion.databases.find(({ title }) => title === 'Incidents')
  const customers = services.notion.databases.find(({ title }) => title === 'Customers')
  const repairs = services.calendar.calendars.find(({ name }) => name === 'Maintenance')
  if (incidents === undefined || customers === undefined || repairs === undefined)
    throw new Error('Incidents, Customers or the calendar Maintenance is missing')
  const told: Record<string, string>[] = []
  for (const { properties: incident } of incidents.rows) {
    if (incident.Status !== 'investigating') continue
    const repair = repairs.events.find(({ summary }) => summary === `Repair: ${incident.Service}`)
    if (repair === undefined) throw new Error(`no repair of ${incident.Service} is planned`)
    incident.Status = 'identified'
    const expected = repair.dtend.slice(0, 16)
    for (const { properties } of customers.rows) {
      if (!String(properties.Services).split(', ').includes(String(incident.Service))) continue
      told.push({ contact: String(properties.Contact), service: String(incident.Service), expected })
      sendMail(services, {
        from: addressOf(services, 'status'),
        to: [String(properties.Contact)],
        subject: 'Expected back',
        body: `${incident.Service} is being repaired.\nexpected: ${expected}`,
      })
    }
  }
  await writeTable('told.csv', ['contact', 'service', 'expected'], told)
  await saveServices(services)
}
