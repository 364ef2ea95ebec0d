import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Book a delivery counted in pieces into the sheet, and claim the packs that are missing. */
export default async function bookDelivery(): Promise<void> {
  const services = await openServices()
  const packs = await readTable('prices.csv', ['item', 'pieces_per_pack'])
  const note = await readTable('delivery_note.csv', ['line', 'item', 'pieces'])
  const [head, ...rows] = sheetRows(services, 'Supplies') ?? []
  if (head === undefined) throw new Error('there is no sheet Supplies')
  const [stock, unit, ordered] = ['stock', 'counted in', 'ordered'].map((column) => head.indexOf(column)) as [
    number,
    number,
    number,
  ]
  const missing: string[] = []
  for (const row of rows) {
    const came = new Map(note.filter(({ item }) => item === row[0]).map(({ line, pieces }) => [line, Number(pieces)]))
    const pieces = [...came.values()].reduce((sum, count) => sum + count, 0)
    const size = Number(packs.find(({ item }) => item === row[0])!.pieces_per_pack)
    row[stock] = String(Number(row[stock]) + (row[unit] === 'pack' ? pieces / size : pieces))
    const short = Number(row[ordered] || '0') - pieces / size
    row[ordered] = short > 0 ? String(short) : ''
    if (short > 0) missing.push(`${row[0]}: ${short} packs`)
  }
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'supplier')],
    subject: 'Missing from your delivery',
    body: missing.join('\n'),
  })
  await saveServices(services)
}
