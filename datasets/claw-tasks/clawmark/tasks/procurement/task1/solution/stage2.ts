import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { filesBelow, readTable, readText } from '../../../../../kit/solve.ts'

const today = '2027-03-12'

/** Place the order with the proposed bidder and decline the others without telling figures. */
export default async function awardOrder(): Promise<void> {
  const services = await openServices()
  const quantity = Number(/Quantity: (\d+)/.exec(await readText('request.md'))?.[1])
  const comparison = await readTable('comparison.csv', ['bidder', 'weeks'])
  const tenders = services.notion.databases.find(({ title }) => title === 'Tenders')?.rows
  const orders = sheetRows(services, 'Orders')
  const winner = tenders?.find(({ properties }) => properties.Standing === 'proposed')?.properties
  if (tenders === undefined || orders === null || winner === undefined)
    throw new Error('Tenders, Orders or a proposed bidder is missing')
  const contacts = new Map<string, string>()
  for (const name of (await filesBelow()).filter((name) => name.startsWith('quotes/'))) {
    const quote = await readText(name)
    contacts.set(/^Bidder: (.*)$/m.exec(quote)![1]!, /^Contact: (.*)$/m.exec(quote)![1]!)
  }
  const number = String(Math.max(...orders.slice(1).map((row) => Number(row[0]))) + 1)
  const weeks = Number(comparison.find(({ bidder }) => bidder === winner.Bidder)!.weeks)
  const due = new Date(Date.parse(`${today}T00:00:00Z`) + weeks * 7 * 86_400_000).toISOString().slice(0, 10)
  const total = Number(winner.Total)
  const price = (total / quantity).toFixed(2)
  orders.push([number, String(winner.Bidder), 'workshop stool', String(quantity), price, due, '', 'open'])
  for (const { properties } of tenders) {
    const won = properties === winner
    properties.Standing = won ? 'awarded' : 'declined'
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [contacts.get(String(properties.Bidder))!],
      subject: won ? `Order ${number}` : 'Your bid',
      body: won
        ? `We order ${quantity} pieces for ${total.toFixed(2)} EUR under order ${number}.`
        : 'Thank you for your bid. The order went elsewhere this time.',
    })
  }
  await saveServices(services)
}
