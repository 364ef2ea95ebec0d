import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Whole packs for everything below its minimum, at current prices, and the total to the director. */
export default async function proposeOrder(): Promise<void> {
  const services = await openServices()
  const prices = await readTable('prices.csv', ['item', 'pieces_per_pack', 'price_per_pack'])
  const [head, ...rows] = sheetRows(services, 'Supplies') ?? []
  if (head === undefined) throw new Error('there is no sheet Supplies')
  const cell = (row: string[], column: string): string => row[head.indexOf(column)] ?? ''
  const lines = rows
    .filter((row) => Number(cell(row, 'stock')) < Number(cell(row, 'minimum')))
    .map((row) => {
      const price = prices.find(({ item }) => item === cell(row, 'item'))!
      const size = cell(row, 'counted in') === 'pack' ? 1 : Number(price.pieces_per_pack)
      const packs = Math.ceil((Number(cell(row, 'target')) - Number(cell(row, 'stock'))) / size)
      return { item: cell(row, 'item'), packs, cents: Math.round(packs * Number(price.price_per_pack) * 100) }
    })
  await writeTable(
    'order.csv',
    ['item', 'packs', 'cost'],
    lines.map(({ item, packs, cents }) => ({ item, packs, cost: (cents / 100).toFixed(2) })),
  )
  const total = lines.reduce((sum, { cents }) => sum + cents, 0) / 100
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'director')],
    subject: 'Supplies: approval of an order',
    body: `May I order supplies for ${total.toFixed(2)}?`,
  })
  await saveServices(services)
}
