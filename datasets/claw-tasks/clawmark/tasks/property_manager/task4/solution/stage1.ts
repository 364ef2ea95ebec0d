import { addEvent, addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

const day = '2027-07-10'

/** Plan viewings in free half hours for applicants who can afford the rent, and answer all. */
export default async () => {
  const services = await openServices()
  const unit = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.find(({ properties }) => properties.Status === 'viewing')?.properties
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Viewings')
  if (unit === undefined || calendar === undefined) throw new Error('a unit to view or the calendar is missing')
  const applicants = await readTable('applicants.csv', ['id', 'email'])
  const wishes = mailOf(services, 'letting').filter(({ subject }) => subject === 'Viewing times')
  const viewings: Record<string, string>[] = []
  const shortlist = await readTable('shortlist.csv', ['id', 'monthly_income', 'verdict'])
  for (const { id, monthly_income, verdict } of shortlist.toSorted((a, b) => (a.id! < b.id! ? -1 : 1))) {
    const address = applicants.find((one) => one.id === id)!.email!
    const write = (subject: string, body: string) =>
      sendMail(services, { from: addressOf(services, 'letting'), to: [address], subject, body })
    const fits = verdict === 'yes' && Number(monthly_income) >= 3 * Number(unit.Rent)
    const wish = wishes.find(({ from }) => from === address)?.body ?? ''
    const earliest = /^From: *(\d\d:\d\d)/m.exec(wish)?.[1] ?? '00:00'
    const slot = [
      ['10:00', '10:30'],
      ['10:30', '11:00'],
      ['11:00', '11:30'],
      ['11:30', '12:00'],
    ]
      .filter(([start]) => start! >= earliest)
      .map(([start, end]) => ({ dtstart: `${day}T${start}:00`, dtend: `${day}T${end}:00` }))
      .find(({ dtstart, dtend }) => !calendar.events.some((event) => event.dtstart < dtend && dtstart < event.dtend))
    if (!fits || slot === undefined) {
      write('Not this time', `We cannot invite you to see ${unit.Unit}.`)
      continue
    }
    addEvent(calendar.events, { summary: `Viewing ${id}`, ...slot })
    viewings.push({ id: id!, start: slot.dtstart.slice(0, 16) })
    write('Viewing', `start: ${slot.dtstart.slice(0, 16)}`)
  }
  await writeTable('viewings.csv', ['id', 'start'], viewings)
  await saveServices(services)
}
