import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeJson, writeTable } from '../../../../../kit/solve.ts'

/** Print the programme from the calendar and list rooms that are too small for what is expected. */
export default async () => {
  const services = await openServices()
  const rowsIn = (wanted: string) => services.notion.databases.find(({ title }) => title === wanted)?.rows ?? []
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (calendar === undefined) throw new Error('there is no calendar Events')
  const capacities = new Map(rowsIn('Rooms').map(({ properties }) => [properties.Room, Number(properties.Capacity)]))
  if (capacities.size === 0) throw new Error('there is no database Rooms')
  const order = ({ dtstart, location }: { dtstart: string; location: string }) => `${dtstart} ${location}`
  const events = calendar.events.toSorted((a, b) => (order(a) < order(b) ? -1 : 1))
  await writeTable(
    'programme.csv',
    ['start', 'end', 'title', 'room'],
    events.map(({ summary, dtstart, dtend, location }) => ({
      start: dtstart.slice(11, 16),
      end: dtend.slice(11, 16),
      title: summary,
      room: location,
    })),
  )
  const expected = new Map(rowsIn('Sessions').map(({ properties }) => [properties.Title, Number(properties.Expected)]))
  const over = events
    .map(({ summary, location }) => [summary, expected.get(summary)! - capacities.get(location)!] as const)
    .filter(([, people]) => people > 0)
  await writeJson('overflow.json', Object.fromEntries(over))
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'ushers')],
    subject: 'Overflow',
    body: over.map(([title, people]) => `${title}: ${people}`).join('\n'),
  })
  await saveServices(services)
}
