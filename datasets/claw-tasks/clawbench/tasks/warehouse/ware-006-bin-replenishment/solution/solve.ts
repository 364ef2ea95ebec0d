import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

/** Refill bins that fall below their minimum from the oldest pallets, the urgent ones first. */
export default async function solve(): Promise<void> {
  const picks = await readTable('picks.csv', ['sku', 'bin', 'qty'])
  const bins = await readTable('bins.csv', ['bin', 'sku', 'on_hand', 'min', 'max'])
  const reserve = await readTable('reserve.csv', ['pallet', 'sku', 'qty', 'received'])
  const pallets = reserve
    .map(({ pallet, sku, qty, received }) => ({ pallet: pallet!, sku: sku!, left: Number(qty), received: received! }))
    .sort((a, b) => (`${a.received} ${a.pallet}` < `${b.received} ${b.pallet}` ? -1 : 1))
  const low = bins
    .map(({ bin, sku, on_hand, min, max }) => {
      const picked = picks.filter((pick) => pick.bin === bin).reduce((sum, pick) => sum + Number(pick.qty), 0)
      return { bin: bin!, sku: sku!, left: Number(on_hand) - picked, min: Number(min), max: Number(max) }
    })
    .filter(({ left, min }) => left < min)
    .sort((a, b) => Number(a.left >= 0) - Number(b.left >= 0) || (a.bin < b.bin ? -1 : 1))
  const trips: Record<string, string | number>[] = []
  const short: Record<string, number> = {}
  for (const { bin, sku, left, max } of low) {
    let need = max - left
    for (const pallet of pallets.filter((one) => one.sku === sku && one.left > 0)) {
      const qty = Math.min(need, pallet.left)
      if (qty === 0) break
      trips.push({ pallet: pallet.pallet, bin, sku, qty })
      pallet.left -= qty
      need -= qty
    }
    if (need > max) short[bin] = need - max
  }
  await writeTable('route.csv', ['pallet', 'bin', 'sku', 'qty'], trips)
  await writeJson('short.json', short)
}
