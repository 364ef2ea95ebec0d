import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { filesBelow, readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const field = (quote: string, key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(quote)?.[1] ?? ''

/** Apply changes of bids that came in time from the right address, rank again, and propose the cheapest. */
export default async function rankFinalBids(): Promise<void> {
  const services = await openServices()
  const request = await readText('request.md')
  const quantity = Number(/Quantity: (\d+)/.exec(request)?.[1])
  const [, closeDay, closeHour] = /until (\S+) (\S+) UTC/.exec(request) ?? []
  const rates = new Map(
    (await readTable('rates.csv', ['currency', 'eur'])).map((row) => [row.currency!, Number(row.eur)]),
  )
  const tenders = services.notion.databases.find(({ title }) => title === 'Tenders')?.rows
  if (tenders === undefined || closeHour === undefined) throw new Error('Tenders or the closing time is missing')
  const names = (await filesBelow()).filter((name) => name.startsWith('quotes/'))
  const latest = new Map<string, string>()
  for (const quote of (await Promise.all(names.map(readText))).sort((a, b) =>
    field(a, 'Date') < field(b, 'Date') ? -1 : 1,
  ))
    latest.set(field(quote, 'Bidder'), quote)
  const rows = [...latest].map(([bidder, quote]) => {
    const [, price, currency, per] = /([\d.]+) (\w+) per (\d+)/.exec(field(quote, 'Price'))!
    let goods = (quantity * Number(price)) / Number(per)
    const changes = mailOf(services, 'buyer').filter(
      ({ from, date }) => from === field(quote, 'Contact') && date <= `${closeDay}T${closeHour}:00Z`,
    )
    for (const { body } of changes) {
      goods *= 1 - Number(/([\d.]+) % off/.exec(body)?.[1] ?? 0) / 100
      goods += quantity * Number(/([\d.]+) \w+ per piece on top/.exec(body)?.[1] ?? 0)
    }
    const total = (goods + Number.parseFloat(field(quote, 'Freight'))) * rates.get(currency!)!
    return { bidder, total_eur: total.toFixed(2), weeks: Number.parseInt(field(quote, 'Delivery'), 10) }
  })
  rows.sort((a, b) => Number(a.total_eur) - Number(b.total_eur))
  await writeTable('comparison.csv', ['bidder', 'total_eur', 'weeks'], rows)
  for (const [rank, { bidder, total_eur }] of rows.entries()) {
    const row = tenders.find(({ properties }) => properties.Bidder === bidder)
    if (row === undefined) throw new Error(`Tenders has no row ${bidder}`)
    Object.assign(row.properties, { Total: Number(total_eur), Standing: ['proposed', 'second', 'third'][rank] })
  }
  sendMail(services, {
    from: addressOf(services, 'buyer'),
    to: [addressOf(services, 'head')],
    subject: 'Proposal to award',
    body: `I propose ${rows[0]!.bidder} at ${rows[0]!.total_eur} EUR.`,
  })
  await saveServices(services)
}
