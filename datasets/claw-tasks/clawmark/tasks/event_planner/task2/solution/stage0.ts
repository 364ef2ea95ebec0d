import { addEvent, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Compare venue offers for a brief and hold the cheapest that fits. */
export default async () => {
  const services = await openServices()
  const brief = await readText('brief.md')
  const said = (key: string): string => new RegExp(`${key}: (\\S+)`).exec(brief)?.[1] ?? ''
  const quotes = sheetRows(services, 'Venue quotes')
  if (quotes === null) throw new Error('there is no sheet Venue quotes')
  const calendar = (wanted: string) => {
    const found = services.calendar.calendars.find(({ name }) => name === wanted)
    if (found === undefined) throw new Error(`there is no calendar ${wanted}`)
    return found.events
  }
  const taken = calendar('Venue diary').filter(({ dtstart }) => dtstart.startsWith(said('Date')))
  const offers = quotes.slice(1).map(([venue, , seats, hire, per, cleaning]) => {
    const cost = Number(hire) * (per === 'hour' ? Number(said('Hours')) : 1) + Number(cleaning)
    const free = !taken.some(({ summary }) => summary.startsWith(`${venue}:`))
    return {
      venue: venue!,
      cost,
      fits: free && Number(seats) >= Number(said('Seats')) && cost <= Number(said('Ceiling')),
    }
  })
  await writeTable(
    'comparison.csv',
    ['venue', 'cost', 'fits'],
    offers.map((offer) => ({ ...offer, fits: offer.fits ? 'yes' : 'no' })),
  )
  const best = offers.filter(({ fits }) => fits).sort((a, b) => a.cost - b.cost)[0]
  const hours = /\((\d\d:\d\d) to (\d\d:\d\d)\)/.exec(brief)
  if (best !== undefined && hours !== null)
    addEvent(calendar('Events'), {
      summary: `Hold: ${best.venue}`,
      dtstart: `${said('Date')}T${hours[1]}:00`,
      dtend: `${said('Date')}T${hours[2]}:00`,
    })
  await saveServices(services)
}
