import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Invite the most experienced of each longlist to the interview day, and send regrets. */
export default async function sendLetters(): Promise<void> {
  const services = await openServices()
  const columns = ['number', 'years', 'sent_at']
  const all = [
    ...(await readTable('applications.csv', columns)),
    ...(await readTable('late_applications.csv', columns)),
  ]
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const [head, ...requisitions] = sheetRows(services, 'Requisitions') ?? []
  const day = services.calendar.calendars
    .find(({ name }) => name === 'Interviews')
    ?.events.find(({ summary }) => summary === 'Interview day')
  if (rows === undefined || head === undefined || day === undefined)
    throw new Error('Candidates, Requisitions or the interview day is missing')
  const mail = (to: unknown, subject: string, body: string): void =>
    sendMail(services, { from: addressOf(services, 'recruiter'), to: [String(to)], subject, body })
  for (const wanted of requisitions) {
    const listed = rows
      .map(({ properties }) => ({ properties, sent: all.find(({ number }) => number === properties.Number)! }))
      .filter(({ properties }) => properties.Role === wanted[0] && properties.Status === 'longlist')
      .sort((a, b) => Number(b.sent.years) - Number(a.sent.years) || (a.sent.sent_at! < b.sent.sent_at! ? -1 : 1))
    const invites = Number(wanted[head.indexOf('invites')])
    for (const [place, { properties }] of listed.entries()) {
      properties.Status = place < invites ? 'invited' : 'reserve'
      if (place < invites)
        mail(properties.Email, 'Invitation', `We would like to meet you on ${day.dtstart.slice(0, 10)}.`)
    }
  }
  for (const { properties } of rows.filter((row) => row.properties.Status === 'regret'))
    mail(properties.Email, 'Your application', 'Thank you for applying. We are sorry that we cannot go on with it.')
  await saveServices(services)
}
