import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Work out the hours and vouchers of volunteers from the sign-in list and the shifts as they really were. */
export default async () => {
  const services = await openServices()
  const volunteers = sheetRows(services, 'Volunteers')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (volunteers === null || calendar === undefined) throw new Error('the sheet Volunteers or the calendar is missing')
  const minute = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5))
  const worked = new Map<string, number>()
  const lines = await readTable('signin.csv', ['volunteer', 'shift', 'in', 'out'])
  const once = new Map(lines.map((line) => [Object.values(line).join('|'), line]))
  for (const line of once.values()) {
    const event = calendar.events.find(({ summary }) => summary === line.shift)
    if (event === undefined || !event.description.split(', ').includes(line.volunteer!)) continue
    const start = Math.max(minute(line.in!), minute(event.dtstart.slice(11)))
    const end = Math.min(minute(line.out!), minute(event.dtend.slice(11)))
    worked.set(line.volunteer!, (worked.get(line.volunteer!) ?? 0) + Math.max(0, end - start))
  }
  const rows = volunteers
    .slice(1)
    .filter(([id]) => (worked.get(id!) ?? 0) > 0)
    .map(([id, name]) => ({
      volunteer: id!,
      name: name!,
      hours: (worked.get(id!)! / 60).toFixed(2),
      vouchers: Math.floor(worked.get(id!)! / 180),
    }))
    .sort((a, b) => (a.volunteer < b.volunteer ? -1 : 1))
  await writeTable('thanks.csv', ['volunteer', 'name', 'hours', 'vouchers'], rows)
  sendMail(services, {
    from: addressOf(services, 'helpers'),
    to: [addressOf(services, 'lead')],
    subject: 'Vouchers',
    body: `total: ${rows.reduce((sum, { vouchers }) => sum + vouchers, 0)}`,
  })
  await saveServices(services)
}
