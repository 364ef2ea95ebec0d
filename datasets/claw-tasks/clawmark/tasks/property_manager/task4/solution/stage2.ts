import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Offer a flat to the candidate with the highest income who came and wants it. */
export default async () => {
  const services = await openServices()
  const unit = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.find(({ properties }) => properties.Status === 'viewing')?.properties
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Viewings')
  if (unit === undefined || calendar === undefined) throw new Error('a unit to offer or the calendar is missing')
  const incomes = await readTable('shortlist.csv', ['id', 'monthly_income'])
  const income = (id: string): number => Number(incomes.find((one) => one.id === id)?.monthly_income ?? 0)
  const mails = mailOf(services, 'letting')
  const wrote = (address: string, wanted: string): boolean =>
    mails.some(({ from, subject }) => from === address && subject === wanted)
  const candidates = (await readTable('applicants.csv', ['id', 'email']))
    .map(({ id, email }) => ({ id: id!, email: email! }))
    .filter(({ email }) => wrote(email, 'Interested') && !wrote(email, 'Withdraw'))
    .filter(({ id }) => {
      const event = calendar.events.find(({ summary }) => summary === `Viewing ${id}`)
      return event !== undefined && !/no show/i.test(event.description)
    })
    .sort((a, b) => income(b.id) - income(a.id))
  const [winner] = candidates
  if (winner === undefined) throw new Error('nobody who came wants the flat')
  const [rent, deposit] = [Number(unit.Rent), 3 * Number(unit.Rent)]
  await writeJson('offer.json', { applicant: winner.id, rent, deposit })
  unit.Status = 'offered'
  for (const { id, email } of candidates)
    sendMail(services, {
      from: addressOf(services, 'letting'),
      to: [email],
      subject: id === winner.id ? 'Offer' : 'Not this time',
      body: id === winner.id ? `rent: ${rent}\ndeposit: ${deposit}` : `We have let ${unit.Unit} to somebody else.`,
    })
  await saveServices(services)
}
