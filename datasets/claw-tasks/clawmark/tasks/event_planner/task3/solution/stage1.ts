import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Move talks as their own speakers ask, refuse everybody else, and bring the calendar in line with the sessions. */
export default async () => {
  const services = await openServices()
  const sessions = services.notion.databases.find(({ title }) => title === 'Sessions')?.rows
  const rooms = services.notion.databases.find(({ title }) => title === 'Rooms')?.rows
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (sessions === undefined || rooms === undefined || calendar === undefined)
    throw new Error('the databases Sessions and Rooms and the calendar Events are needed')
  for (const { from, subject, body } of mailOf(services, 'office')) {
    if (subject !== 'Change of slot') continue
    const talk = sessions.find(({ properties }) => properties.Email === from)?.properties
    const slot = /^Slot: *(\w+)/m.exec(body)?.[1] ?? ''
    if (talk === undefined) {
      const text = 'Only the speaker of a talk can ask for another slot.'
      sendMail(services, { from: addressOf(services, 'office'), to: [from], subject: 'Not possible', body: text })
      continue
    }
    const used = sessions.filter(({ properties }) => properties.Slot === slot).map(({ properties }) => properties.Room)
    const free = rooms
      .map(({ properties }) => properties)
      .filter(({ Room, Capacity }) => !used.includes(Room!) && Number(Capacity) >= Number(talk.Expected))
      .sort((a, b) => Number(a.Capacity) - Number(b.Capacity))[0]
    Object.assign(talk, { Slot: slot, Room: free?.Room ?? null })
  }
  const starts = new Map((await readTable('slots.csv', ['slot', 'start'])).map(({ slot, start }) => [slot!, start!]))
  const changes: Record<string, string>[] = []
  for (const event of calendar.events) {
    const talk = sessions.find(({ properties }) => properties.Title === event.summary)?.properties
    if (talk === undefined) continue
    const start = `${event.dtstart.slice(0, 10)}T${starts.get(String(talk.Slot))}:00`
    const end = new Date(Date.parse(`${start}Z`) + Number(talk.Minutes) * 60_000).toISOString().slice(0, 19)
    if (start !== event.dtstart || end !== event.dtend) changes.push({ title: event.summary, start, end })
    Object.assign(event, { dtstart: start, dtend: end, location: String(talk.Room) })
  }
  await writeTable('changes.csv', ['title', 'start', 'end'], changes)
  await saveServices(services)
}
