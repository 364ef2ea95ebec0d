import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Rate suppliers by the share of orders that came in time, and answer who leans on a telephone call. */
export default async function rateSuppliers(): Promise<void> {
  const services = await openServices()
  const least = Number(/at least (\d+) %/.exec(await readText('scores.md'))?.[1])
  const [head, ...orders] = sheetRows(services, 'Orders') ?? []
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  if (head === undefined || suppliers === undefined) throw new Error('Orders or Suppliers is missing')
  const cell = (row: string[], name: string): string => row[head.indexOf(name)] ?? ''
  const ratings = suppliers.map(({ properties }) => {
    const came = orders.filter(
      (row) => cell(row, 'supplier') === properties.Supplier && ['delivered', 'claimed'].includes(cell(row, 'status')),
    )
    const onTime = came.filter((row) => cell(row, 'received') <= cell(row, 'due')).length
    const share = (100 * onTime) / came.length
    const rating = share >= least ? 'reliable' : share >= 50 ? 'watch' : 'at risk'
    properties.Rating = rating
    return { supplier: String(properties.Supplier), delivered: came.length, on_time: onTime, rating }
  })
  await writeTable('ratings.csv', ['supplier', 'delivered', 'on_time', 'rating'], ratings)
  for (const { from, body } of mailOf(services, 'buyer').filter(({ body }) => body.includes('by telephone'))) {
    const row = orders.find((one) => body.includes(cell(one, 'order')))!
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [from],
      subject: 'Re: Your claim',
      body: `The due day of order ${cell(row, 'order')} is ${cell(row, 'due')}. Our claim stands.`,
    })
  }
  await saveServices(services)
}
