import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText } from '../../../../../kit/solve.ts'

/** Check a hold against the offers of today, move it if another venue is cheapest, and ask for the contract. */
export default async () => {
  const services = await openServices()
  const brief = await readText('brief.md')
  const said = (key: string): string => new RegExp(`${key}: (\\S+)`).exec(brief)?.[1] ?? ''
  const quotes = sheetRows(services, 'Venue quotes')
  const diary = services.calendar.calendars.find(({ name }) => name === 'Venue diary')
  const hold = services.calendar.calendars
    .find(({ name }) => name === 'Events')
    ?.events.find(({ summary }) => summary.startsWith('Hold: '))
  if (quotes === null || diary === undefined || hold === undefined) throw new Error('offers, diary or hold are missing')
  const taken = diary.events.filter(({ dtstart }) => dtstart.startsWith(said('Date')))
  const best = quotes
    .slice(1)
    .map(([venue, address, seats, hire, per, cleaning]) => ({
      venue: venue!,
      address: address!,
      seats: Number(seats),
      cost: Number(hire) * (per === 'hour' ? Number(said('Hours')) : 1) + Number(cleaning),
    }))
    .filter(({ seats, cost }) => seats >= Number(said('Seats')) && cost <= Number(said('Ceiling')))
    .filter(({ venue }) => !taken.some(({ summary }) => summary.startsWith(`${venue}:`)))
    .sort((a, b) => a.cost - b.cost)[0]
  if (best === undefined) throw new Error('no venue fits')
  const write = (to: string, subject: string, body: string) =>
    sendMail(services, { from: addressOf(services, 'planner'), to: [to], subject, body })
  const held = hold.summary.replace('Hold: ', '')
  if (held !== best.venue) {
    write(quotes.find(([venue]) => venue === held)![1]!, 'Hold released', `We release our hold of ${held}.`)
    hold.summary = `Hold: ${best.venue}`
  }
  write(best.address, 'Contract request', `Please send us a contract.\ntotal: ${best.cost}`)
  await saveServices(services)
}
