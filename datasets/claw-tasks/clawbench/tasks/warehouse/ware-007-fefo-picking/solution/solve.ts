import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Terms = { min_days: number; single_lot: boolean; not_older_than?: Record<string, string> }
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** Serve orders from the lots that expire first and that the customer accepts. */
export default async function solve(): Promise<void> {
  const rows = await readTable('lots.csv', ['lot', 'sku', 'bin', 'expiry', 'qty', 'state'])
  const orders = await readTable('orders.csv', ['order', 'customer', 'sku', 'qty', 'ship'])
  const customers = parse(await readText('customers.yaml')) as Record<string, Terms>
  const lots = rows
    .filter(({ state }) => state === 'free')
    .map((row) => ({ lot: row.lot!, sku: row.sku!, bin: row.bin!, expiry: row.expiry!, left: Number(row.qty) }))
    .sort((a, b) => (`${a.expiry} ${a.lot}` < `${b.expiry} ${b.lot}` ? -1 : 1))
  const picked: Record<string, string | number>[] = []
  const shortages: Record<string, number> = {}
  const turn = (row: Record<string, string>): string => `${row.ship} ${row.order!.padStart(12, '0')}`
  for (const { order, customer, sku, qty, ship } of orders.sort((a, b) => (turn(a) < turn(b) ? -1 : 1))) {
    const terms = customers[customer!]
    if (terms === undefined) throw new Error(`there are no conditions for ${customer}`)
    const fresh = lots.filter(
      (lot) =>
        lot.sku === sku &&
        day(lot.expiry) - day(ship!) >= terms.min_days &&
        lot.expiry >= (terms.not_older_than?.[sku!] ?? ''),
    )
    let need = Number(qty)
    for (const lot of terms.single_lot ? fresh.filter(({ left }) => left >= need).slice(0, 1) : fresh) {
      const part = Math.min(need, lot.left)
      if (part === 0) continue
      picked.push({ order: order!, lot: lot.lot, bin: lot.bin, qty: part })
      lot.left -= part
      need -= part
    }
    if (need > 0) shortages[order!] = need
  }
  await writeTable('picked.csv', ['order', 'lot', 'bin', 'qty'], picked)
  await writeJson('shortages.json', shortages)
}
