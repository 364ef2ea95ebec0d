import { readTable, writeTable } from '../../../../../kit/solve.ts'

const padded = (time: string): string => time.trim().padStart(5, '0')
const plain = (room: string): string => room.replace(/\s/g, '').toLowerCase()

/** List every pair of bookings that share time in a room. */
export default async function solve(): Promise<void> {
  const rooms = await readTable('rooms.csv', ['room'])
  const spelling = new Map(rooms.map(({ room }) => [plain(room!), room!]))
  const bookings = (await readTable('bookings.csv', ['id', 'room', 'date', 'start', 'end']))
    .map((row) => ({
      id: Number(row.id),
      room: spelling.get(plain(row.room!)) ?? row.room!.trim(),
      date: row.date!,
      start: padded(row.start!),
      end: padded(row.end!),
    }))
    .sort((a, b) => a.id - b.id)
  const pairs = bookings.flatMap((a, i) =>
    bookings
      .slice(i + 1)
      .filter((b) => a.room === b.room && a.date === b.date && a.start < b.end && b.start < a.end)
      .map((b) => ({
        room: a.room,
        date: a.date,
        first: a.id,
        second: b.id,
        from: [a.start, b.start].sort()[1]!,
        to: [a.end, b.end].sort()[0]!,
      })),
  )
  const place = ({ room, date }: { room: string; date: string }): string => `${room} ${date}`
  pairs.sort((a, b) => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : a.first - b.first || a.second - b.second))
  await writeTable('review.csv', ['room', 'date', 'first', 'second', 'from', 'to'], pairs)
}
