import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const from = '2027-05-10'
const to = '2027-05-15'

/** Booked hours of every room in the week, into the sheet, and the emptiest room to the director. */
export default async function reportRoomUse(): Promise<void> {
  const services = await openServices()
  const rooms = await readTable('rooms.csv', ['room'])
  const sheet = sheetRows(services, 'Room use')
  if (sheet === null) throw new Error('there is no sheet Room use')
  const used = rooms.map(({ room }) => {
    const events = services.calendar.calendars.find(({ name }) => name === room)?.events
    if (events === undefined) throw new Error(`there is no calendar ${room}`)
    const hours = events
      .filter(({ summary, dtstart }) => !summary.startsWith('CANCELLED') && dtstart >= from && dtstart < to)
      .reduce((sum, { dtstart, dtend }) => sum + (Date.parse(`${dtend}Z`) - Date.parse(`${dtstart}Z`)) / 3_600_000, 0)
    return { room: room!, hours }
  })
  sheet.splice(1, sheet.length, ...used.map(({ room, hours }) => [room, String(Math.round(hours * 100) / 100)]))
  const least = used.reduce((a, b) => (b.hours < a.hours ? b : a))
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'director')],
    subject: 'The room with the fewest hours',
    body: `${least.room} was booked for ${least.hours} hours.`,
  })
  await saveServices(services)
}
