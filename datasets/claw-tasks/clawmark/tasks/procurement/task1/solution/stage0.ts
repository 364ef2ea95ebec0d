import { addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { filesBelow, readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** A line "Key: value" of a quote. */
const field = (quote: string, key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(quote)?.[1] ?? ''

/** Compare the latest quote of each bidder in one currency, for the whole quantity with freight. */
export default async function compareQuotes(): Promise<void> {
  const services = await openServices()
  const quantity = Number(/Quantity: (\d+)/.exec(await readText('request.md'))?.[1])
  const rates = new Map(
    (await readTable('rates.csv', ['currency', 'eur'])).map((row) => [row.currency!, Number(row.eur)]),
  )
  const names = (await filesBelow()).filter((name) => name.startsWith('quotes/'))
  const quotes = await Promise.all(names.map(readText))
  const latest = new Map<string, string>()
  for (const quote of quotes.sort((a, b) => (field(a, 'Date') < field(b, 'Date') ? -1 : 1)))
    latest.set(field(quote, 'Bidder'), quote)
  const rows = [...latest].map(([bidder, quote]) => {
    const [, price, currency, per] = /([\d.]+) (\w+) per (\d+)/.exec(field(quote, 'Price'))!
    const amount = (quantity * Number(price)) / Number(per) + Number.parseFloat(field(quote, 'Freight'))
    return { bidder, total: amount * rates.get(currency!)!, weeks: Number.parseInt(field(quote, 'Delivery'), 10) }
  })
  rows.sort((a, b) => a.total - b.total)
  await writeTable(
    'comparison.csv',
    ['bidder', 'total_eur', 'weeks'],
    rows.map(({ bidder, total, weeks }) => ({ bidder, total_eur: total.toFixed(2), weeks })),
  )
  sendMail(services, {
    from: addressOf(services, 'buyer'),
    to: [addressOf(services, 'workshop')],
    subject: 'Cheapest quote',
    body: `${rows[0]!.bidder} is cheapest at ${rows[0]!.total.toFixed(2)} EUR.`,
  })
  await saveServices(services)
}
