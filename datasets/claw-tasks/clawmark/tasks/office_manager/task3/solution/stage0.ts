import type { Event } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const overlaps = (a: Event, b: Event): boolean => a.dtstart < b.dtend && b.dtstart < a.dtend
const numberIn = (event: Event, word: string): number =>
  Number(new RegExp(`${word}: (\\d+)`).exec(event.description)?.[1] ?? 0)

/** Move the less important of two bookings that overlap to the smallest room that is free and large enough. */
export default async function untangleRooms(): Promise<void> {
  const services = await openServices()
  const list = await readTable('rooms.csv', ['room', 'seats'])
  const rooms = list
    .map(({ room, seats }) => {
      const calendar = services.calendar.calendars.find(({ name }) => name === room)
      if (calendar === undefined) throw new Error(`there is no calendar ${room}`)
      return { room: room!, seats: Number(seats), events: calendar.events }
    })
    .sort((a, b) => a.seats - b.seats)
  const moves: { event: string; from: string; to: string }[] = []
  for (const { room, events } of rooms) {
    for (const event of [...events]) {
      const yields = events.some(
        (other) =>
          other !== event && overlaps(event, other) && numberIn(event, 'priority') > numberIn(other, 'priority'),
      )
      if (!yields) continue
      const next = rooms.find(
        (one) =>
          one.room !== room &&
          one.seats >= numberIn(event, 'people') &&
          !one.events.some((other) => overlaps(event, other)),
      )
      if (next === undefined) throw new Error(`no room is free for ${event.summary}`)
      events.splice(events.indexOf(event), 1)
      next.events.push(event)
      moves.push({ event: event.summary, from: room, to: next.room })
    }
  }
  await writeTable('moves.csv', ['event', 'from', 'to'], moves)
  await saveServices(services)
}
