import { addEvent, addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const answerBy = '2027-07-15'
const week = 7 * 86_400_000

/** Sort answers by their deadlines, plan first days, and tell payroll who begins. */
export default async function closeOffers(): Promise<void> {
  const services = await openServices()
  const answers = await readTable('answers.csv', ['number', 'answer', 'given_on'])
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const events = services.calendar.calendars.find(({ name }) => name === 'Onboarding')?.events
  if (rows === undefined || events === undefined) throw new Error('Candidates or Onboarding is missing')
  const holidays = events.filter(({ summary }) => summary === 'Works holiday')
  let monday = Date.parse('2027-08-02T00:00:00Z')
  const day = (): string => new Date(monday).toISOString().slice(0, 10)
  while (holidays.some(({ dtstart, dtend }) => dtstart.slice(0, 10) <= day() && day() <= dtend.slice(0, 10)))
    monday += week
  const hired: string[] = []
  for (const { number, answer, given_on } of answers) {
    const row = rows.find(({ properties }) => properties.Number === number)
    if (row === undefined) throw new Error(`there is no candidate ${number}`)
    const extended = events.find(({ summary }) => summary === `Answer extended: ${number}`)?.dtstart.slice(0, 10)
    const inTime = given_on! <= (extended ?? answerBy)
    row.properties.Status = answer === 'no' ? 'declined' : inTime ? 'hired' : 'expired'
    if (row.properties.Status !== 'hired') continue
    addEvent(events, {
      uid: `start-${number}`,
      summary: `Start ${number}`,
      dtstart: `${day()}T09:00:00`,
      dtend: `${day()}T17:00:00`,
    })
    hired.push(`${row.properties.Name}: ${row.properties.Offer} a year from ${day()}`)
  }
  sendMail(services, {
    from: addressOf(services, 'recruiter'),
    to: [addressOf(services, 'payroll')],
    subject: 'New colleagues',
    body: hired.join('\n'),
  })
  await saveServices(services)
}
