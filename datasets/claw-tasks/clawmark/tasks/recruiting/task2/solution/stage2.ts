import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const minutes = (offset: string): number => {
  const [hours, rest] = offset.slice(1).split(':').map(Number) as [number, number]
  return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + rest)
}

/** Drop candidates who are out, and write the agenda in our time and in that of each candidate. */
export default async function writeAgenda(): Promise<void> {
  const services = await openServices()
  const zones = await readTable('zones.csv', ['number', 'utc_offset'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const interviews = services.calendar.calendars.find(({ name }) => name === 'Interviews')
  if (rows === undefined || interviews === undefined) throw new Error('Candidates or Interviews is missing')
  const out = rows
    .filter(({ properties }) => properties.Status !== 'interview')
    .map(({ properties }) => String(properties.Number))
  for (const calendar of services.calendar.calendars)
    calendar.events = calendar.events.filter(({ summary }) => !out.includes(summary))
  const agenda = [...interviews.events].sort((a, b) => (a.dtstart < b.dtstart ? -1 : 1))
  await writeTable(
    'agenda.csv',
    ['number', 'our_time', 'candidate_time'],
    agenda.map(({ summary, dtstart }) => {
      const offset = zones.find(({ number }) => number === summary)!.utc_offset!
      const there = Date.parse(`${dtstart}+02:00`) + minutes(offset) * 60_000
      return {
        number: summary,
        our_time: dtstart.slice(0, 16),
        candidate_time: new Date(there).toISOString().slice(0, 16),
      }
    }),
  )
  for (const { name, events } of services.calendar.calendars) {
    const own = agenda.filter(({ summary }) => events.some((event) => event.summary === summary))
    if (name === 'Interviews' || own.length === 0) continue
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [addressOf(services, name.toLowerCase())],
      subject: 'Your interviews',
      body: own.map(({ summary, dtstart }) => `${summary}: ${dtstart.slice(0, 16)}`).join('\n'),
    })
  }
  await saveServices(services)
}
