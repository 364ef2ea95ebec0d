import { addEvent } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const day = '2027-06-09'

/** Give every talk of a slot the smallest room that seats it, largest audience first, and enter the events. */
export default async () => {
  const services = await openServices()
  const sessions = services.notion.databases.find(({ title }) => title === 'Sessions')
  const rooms = services.notion.databases.find(({ title }) => title === 'Rooms')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (sessions === undefined || rooms === undefined || calendar === undefined)
    throw new Error('the databases Sessions and Rooms and the calendar Events are needed')
  const starts = new Map((await readTable('slots.csv', ['slot', 'start'])).map(({ slot, start }) => [slot!, start!]))
  const bySize = rooms.rows.toSorted((a, b) => Number(a.properties.Capacity) - Number(b.properties.Capacity))
  const byAudience = sessions.rows.toSorted((a, b) => Number(b.properties.Expected) - Number(a.properties.Expected))
  const used = new Set<string>()
  for (const { properties: talk } of byAudience) {
    const room = bySize.find(
      ({ properties }) =>
        Number(properties.Capacity) >= Number(talk.Expected) && !used.has(`${talk.Slot} ${properties.Room}`),
    )?.properties.Room
    talk.Status = room === undefined ? 'unplaced' : 'placed'
    if (room === undefined) continue
    used.add(`${talk.Slot} ${room}`)
    talk.Room = room
    const [hour, minute] = starts.get(String(talk.Slot))!.split(':').map(Number)
    const end = hour! * 60 + minute! + Number(talk.Minutes)
    const clock = (minutes: number) =>
      `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
    addEvent(calendar.events, {
      summary: String(talk.Title),
      dtstart: `${day}T${starts.get(String(talk.Slot))}:00`,
      dtend: `${day}T${clock(end)}:00`,
      location: String(room),
    })
  }
  await saveServices(services)
}
