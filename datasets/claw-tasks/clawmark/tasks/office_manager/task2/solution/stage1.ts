import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Order what this morning's stock needs, within the sum that the director approved. */
export default async function placeOrder(): Promise<void> {
  const services = await openServices()
  const prices = await readTable('prices.csv', ['item', 'pieces_per_pack', 'price_per_pack'])
  const [head, ...rows] = sheetRows(services, 'Supplies') ?? []
  if (head === undefined) throw new Error('there is no sheet Supplies')
  const approval = mailOf(services, 'office')
    .filter(({ from }) => from === addressOf(services, 'director'))
    .map(({ body }) => /approved up to ([\d.]+\d)/i.exec(body)?.[1])
    .findLast((sum) => sum !== undefined)
  if (approval === undefined) throw new Error('the director has approved no sum')
  const [item, stock, minimum, target, unit, ordered] = [
    'item',
    'stock',
    'minimum',
    'target',
    'counted in',
    'ordered',
  ].map((column) => head.indexOf(column)) as [number, number, number, number, number, number]
  const lines = rows
    .filter((row) => Number(row[stock]) < Number(row[minimum]))
    .map((row) => {
      const price = prices.find((one) => one.item === row[item])!
      const size = row[unit] === 'pack' ? 1 : Number(price.pieces_per_pack)
      const packs = Math.ceil((Number(row[target]) - Number(row[stock])) / size)
      return { row, packs, cost: packs * Number(price.price_per_pack) }
    })
  const total = (): number => lines.reduce((sum, { cost }) => sum + cost, 0)
  while (total() > Number(approval) + 0.001) {
    const most = Math.max(...lines.map(({ cost }) => cost))
    lines.splice(
      lines.findIndex(({ cost }) => cost === most),
      1,
    )
  }
  await writeTable(
    'order.csv',
    ['item', 'packs', 'cost'],
    lines.map(({ row, packs, cost }) => ({ item: row[item]!, packs, cost: cost.toFixed(2) })),
  )
  for (const { row, packs } of lines) row[ordered] = String(packs)
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'supplier')],
    subject: 'Order',
    body: lines.map(({ row, packs }) => `${row[item]}: ${packs} packs`).join('\n'),
  })
  await saveServices(services)
}
