import { addEvent, addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const days = ['2027-06-14', '2027-06-15', '2027-06-16']
const hours = ['09', '10', '11', '13', '14', '15', '16']

/** Take out interviews that collide or that the candidate ruled out, and book those anew. */
export default async function rebookInterviews(): Promise<void> {
  const services = await openServices()
  const panels = await readTable('panels.csv', ['role', 'interviewers'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const booked = services.calendar.calendars.find(({ name }) => name === 'Interviews')?.events
  if (rows === undefined || booked === undefined) throw new Error('Candidates or Interviews is missing')
  const mails = mailOf(services, 'recruiter')
  const people = rows.map(({ properties }) => ({
    number: String(properties.Number),
    email: String(properties.Email),
    panel: panels.find(({ role }) => role === properties.Role)?.interviewers?.split(';') ?? [],
    ruledOut: mails
      .filter(({ from }) => from === properties.Email)
      .flatMap(({ body }) => [...body.matchAll(/Not on (\d{4}-\d{2}-\d{2})/g)].map((match) => match[1]!)),
  }))
  const eventsOf = (name: string) => services.calendar.calendars.find((one) => one.name === name)!.events
  const moved = people
    .filter(({ number, panel, ruledOut }) => {
      const event = booked.find(({ summary }) => summary === number)
      if (event === undefined) return false
      const collides = panel.some((name) =>
        eventsOf(name).some((one) => one.summary !== number && one.dtstart < event.dtend && event.dtstart < one.dtend),
      )
      return collides || ruledOut.includes(event.dtstart.slice(0, 10))
    })
    .sort((a, b) => (a.number < b.number ? -1 : 1))
  for (const calendar of services.calendar.calendars)
    calendar.events = calendar.events.filter(({ summary }) => !moved.some(({ number }) => number === summary))
  for (const { number, email, panel, ruledOut } of moved) {
    const start = days
      .filter((day) => !ruledOut.includes(day))
      .flatMap((day) => hours.map((hour) => `${day}T${hour}:00:00`))
      .find((from) => {
        const to = `${from.slice(0, 11)}${String(Number(from.slice(11, 13)) + 1).padStart(2, '0')}:00:00`
        return panel.every((name) => eventsOf(name).every((one) => one.dtend <= from || to <= one.dtstart))
      })
    if (start === undefined) throw new Error(`no hour is left for ${number}`)
    const dtend = `${start.slice(0, 11)}${String(Number(start.slice(11, 13)) + 1).padStart(2, '0')}:00:00`
    for (const name of ['Interviews', ...panel])
      addEvent(eventsOf(name), { uid: `${name}-${number}-anew`, summary: number, dtstart: start, dtend })
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [email],
      subject: 'Your interview was moved',
      body: `The new time is ${start.slice(0, 10)} at ${start.slice(11, 16)}.`,
    })
  }
  await saveServices(services)
}
