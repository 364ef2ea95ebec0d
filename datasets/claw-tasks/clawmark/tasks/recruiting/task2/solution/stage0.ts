import { addEvent, addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const days = ['2027-06-14', '2027-06-15', '2027-06-16']
const hours = [9, 10, 11, 13, 14, 15, 16]
const at = (day: string, hour: number): string => `${day}T${String(hour).padStart(2, '0')}:00:00`

/** Book the earliest common hour of the panel for every candidate who is to be interviewed. */
export default async function bookInterviews(): Promise<void> {
  const services = await openServices()
  const panels = await readTable('panels.csv', ['role', 'interviewers'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const calendar = (name: string) => {
    const events = services.calendar.calendars.find((one) => one.name === name)?.events
    if (events === undefined) throw new Error(`there is no calendar ${name}`)
    return events
  }
  if (rows === undefined) throw new Error('there is no database Candidates')
  const candidates = rows
    .map(({ properties }) => properties)
    .filter(({ Status }) => Status === 'interview')
    .sort((a, b) => (String(a.Number) < String(b.Number) ? -1 : 1))
  for (const { Number: number, Email, Role } of candidates) {
    const panel = panels.find(({ role }) => role === Role)!.interviewers!.split(';')
    const slot = days
      .flatMap((day) => hours.map((hour) => ({ day, from: at(day, hour), to: at(day, hour + 1) })))
      .find(({ from, to }) =>
        panel.every((name) => calendar(name).every((one) => one.dtend <= from || to <= one.dtstart)),
      )
    if (slot === undefined) throw new Error(`no hour is left for ${number}`)
    for (const name of ['Interviews', ...panel])
      addEvent(calendar(name), {
        uid: `${name}-${number}`,
        summary: String(number),
        dtstart: slot.from,
        dtend: slot.to,
      })
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [String(Email)],
      subject: 'Your interview',
      body: `We expect you on ${slot.day} at ${slot.from.slice(11, 16)}.`,
    })
  }
  await saveServices(services)
}
