import { readTable, writeTable } from '../../../../../kit/solve.ts'

const gap = 10
const minutes = (time: string): number => {
  const [hours, rest] = time.split(':').map(Number)
  return hours! * 60 + rest!
}
const things = (cell: string): string[] =>
  cell
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')

/** Place bookings by number: in their own room, in the smallest that suits, or nowhere. */
export default async function solve(): Promise<void> {
  const rooms = (await readTable('rooms.csv', ['room', 'seats', 'equipment'])).sort(
    (a, b) => Number(a.seats) - Number(b.seats) || (a.room! < b.room! ? -1 : 1),
  )
  const bookings = await readTable('bookings.csv', ['id', 'room', 'date', 'start', 'end', 'people', 'needs'])
  const placed: { room: string; date: string; from: number; to: number }[] = []
  const rows = bookings
    .sort((a, b) => Number(a.id) - Number(b.id))
    .map((booking) => {
      const [from, to] = [minutes(booking.start!), minutes(booking.end!)]
      const suitable = rooms.filter(
        ({ room, seats, equipment }) =>
          Number(seats) >= Number(booking.people) &&
          things(booking.needs!).every((thing) => things(equipment!).includes(thing)) &&
          placed.every(
            (other) =>
              other.room !== room || other.date !== booking.date || from >= other.to + gap || other.from >= to + gap,
          ),
      )
      const own = suitable.find(({ room }) => room === booking.room)
      const room = (own ?? suitable[0])?.room ?? ''
      if (room !== '') placed.push({ room, date: booking.date!, from, to })
      return { id: booking.id!, decision: own !== undefined ? 'kept' : room === '' ? 'refused' : 'moved', room }
    })
  await writeTable('review.csv', ['id', 'decision', 'room'], rows)
}
