import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText, writeJson } from '../../../../../kit/solve.ts'

/** Follow a revised brief: one hold on the new date, and the deposit for approval by who may commit. */
export default async () => {
  const services = await openServices()
  const brief = await readText('brief.md')
  const said = (key: string): string => new RegExp(`${key}: (\\S+)`).exec(brief)?.[1] ?? ''
  const approver = /Only .*\((\S+@\S+)\) may commit/.exec(brief)?.[1]
  const hours = /\((\d\d:\d\d) to (\d\d:\d\d)\)/.exec(brief)
  const quotes = sheetRows(services, 'Venue quotes')
  const diary = services.calendar.calendars.find(({ name }) => name === 'Venue diary')
  const events = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (quotes === null || diary === undefined || events === undefined) throw new Error('offers or calendars are missing')
  if (approver === undefined || hours === null) throw new Error('the brief names nobody who may commit, or no hours')
  const date = said('Date')
  const taken = diary.events.filter(({ dtstart }) => dtstart.startsWith(date)).map(({ summary }) => summary)
  const [best] = quotes
    .slice(1)
    .map(([venue, , seats, hire, per, cleaning]) => {
      const cost = Number(hire) * (per === 'hour' ? Number(said('Hours')) : 1) + Number(cleaning)
      const fits = Number(seats) >= Number(said('Seats')) && cost <= Number(said('Ceiling'))
      return { venue: venue!, cost, fits: fits && !taken.some((summary) => summary.startsWith(`${venue}:`)) }
    })
    .filter(({ fits }) => fits)
    .sort((a, b) => a.cost - b.cost)
  if (best === undefined) throw new Error('no venue fits')
  events.events = events.events.filter(({ summary }) => !summary.startsWith('Hold: '))
  const [dtstart, dtend] = [`${date}T${hours[1]}:00`, `${date}T${hours[2]}:00`]
  events.events.push({
    uid: `hold-${date}`,
    summary: `Hold: ${best.venue}`,
    dtstart,
    dtend,
    description: '',
    location: '',
  })
  const due = new Date(Date.UTC(+date.slice(0, 4), +date.slice(5, 7) - 1, +date.slice(8) - 60))
    .toISOString()
    .slice(0, 10)
  const deposit = Math.round(best.cost * 30) / 100
  await writeJson('deposit.json', { venue: best.venue, date, cost: best.cost, deposit, due })
  sendMail(services, {
    from: addressOf(services, 'planner'),
    to: [approver],
    subject: 'Deposit approval',
    body: `venue: ${best.venue}\ndeposit: ${deposit}\ndue: ${due}`,
  })
  await saveServices(services)
}
