import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeJson } from '../../../../../kit/solve.ts'

/** Record the decision of the chair and send regrets. */
export default async function recordDecision(): Promise<void> {
  const services = await openServices()
  const rows = services.notion.databases.find(({ title }) => title === 'Candidates')?.rows
  const debrief = services.calendar.calendars
    .find(({ name }) => name === 'Interviews')
    ?.events.find(({ summary }) => summary === 'Debrief')
  if (rows === undefined || debrief === undefined) throw new Error('Candidates or the debrief is missing')
  const offer = mailOf(services, 'recruiter')
    .filter(({ from }) => from === addressOf(services, 'chair'))
    .map(({ body }) => /Offer to: ([\w-]+)/.exec(body)?.[1])
    .findLast((number) => number !== undefined)
  const final = rows.filter(({ properties }) => properties.Status === 'final round')
  if (!final.some(({ properties }) => properties.Number === offer)) throw new Error('the chair has decided for nobody')
  for (const row of rows) {
    const place = row.properties.Number === offer ? 'offer' : 'reserve'
    row.properties.Status = final.includes(row) ? place : 'regret'
  }
  const withStatus = (status: string): string[] =>
    rows.filter(({ properties }) => properties.Status === status).map(({ properties }) => String(properties.Number))
  await writeJson('decision.json', {
    offer,
    reserve: withStatus('reserve')[0],
    regrets: withStatus('regret').sort(),
    debriefed_on: debrief.dtstart.slice(0, 10),
  })
  for (const { properties } of rows.filter((row) => row.properties.Status === 'regret'))
    sendMail(services, {
      from: addressOf(services, 'recruiter'),
      to: [String(properties.Email)],
      subject: 'After our interviews',
      body: 'Thank you for coming. We are sorry that we cannot make you an offer this time.',
    })
  await saveServices(services)
}
