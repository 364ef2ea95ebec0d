import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const minutes = (time: string): number => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16))
const clock = (total: number): string =>
  `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`

/** Move the meeting that a mail names to a step-free room, at the earliest half hour at which one is free. */
export default async function moveForGuest(): Promise<void> {
  const services = await openServices()
  const rooms = await readTable('rooms.csv', ['room', 'seats', 'step_free'])
  const calendars = services.calendar.calendars.filter(({ name }) => rooms.some(({ room }) => room === name))
  const mail = mailOf(services, 'office').findLast(({ body }) => body.includes('wheelchair'))
  const named = calendars.flatMap(({ events }) => events).filter(({ summary }) => mail?.body.includes(summary))
  const event = named[0]
  if (mail === undefined || event === undefined) throw new Error('no mail names a meeting with a guest in a wheelchair')
  for (const calendar of calendars) calendar.events = calendar.events.filter((one) => one !== event)
  const people = Number(/people: (\d+)/.exec(event.description)?.[1] ?? 0)
  const length = minutes(event.dtend) - minutes(event.dtstart)
  const day = event.dtstart.slice(0, 11)
  const fitting = rooms
    .filter(({ step_free, seats }) => step_free === 'yes' && Number(seats) >= people)
    .sort((a, b) => Number(a.seats) - Number(b.seats))
  for (let start = minutes(event.dtstart); start + length <= 24 * 60; start += 30) {
    const [dtstart, dtend] = [`${day}${clock(start)}:00`, `${day}${clock(start + length)}:00`]
    const room = fitting.find(({ room }) =>
      calendars.find(({ name }) => name === room)!.events.every((one) => one.dtend <= dtstart || dtend <= one.dtstart),
    )
    if (room === undefined) continue
    calendars.find(({ name }) => name === room.room)!.events.push({ ...event, dtstart, dtend })
    sendMail(services, {
      from: addressOf(services, 'office'),
      to: [mail.from],
      subject: `Re: ${mail.subject}`,
      body: `${event.summary} is in ${room.room} and begins at ${clock(start)}.`,
    })
    await saveServices(services)
    return
  }
  throw new Error(`no step-free room is free for ${event.summary}`)
}
