import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Merge picks of one article from one bin and walk the aisles to and fro. */
export default async function solve(): Promise<void> {
  const picks = await readTable('picks.csv', ['sku', 'bin', 'qty'])
  const merged = new Map<string, { bin: string; sku: string; qty: number }>()
  for (const { bin, sku, qty } of picks) {
    const key = `${bin} ${sku}`
    merged.set(key, { bin: bin!, sku: sku!, qty: (merged.get(key)?.qty ?? 0) + Number(qty) })
  }
  const stops = [...merged.values()].map((stop) => {
    const [aisle, rack, shelf] = stop.bin.split('-')
    if (shelf === undefined) throw new Error(`the bin ${stop.bin} is not aisle-rack-shelf`)
    return { ...stop, aisle: aisle!, rack: Number(rack), shelf: Number(shelf) }
  })
  const aisles = [...new Set(stops.map(({ aisle }) => aisle))].sort()
  const route = aisles.flatMap((aisle, i) => {
    const way = i % 2 === 0 ? 1 : -1
    return stops
      .filter((stop) => stop.aisle === aisle)
      .sort((a, b) => way * (a.rack - b.rack) || a.shelf - b.shelf || (a.sku < b.sku ? -1 : 1))
  })
  await writeTable(
    'route.csv',
    ['stop', 'bin', 'sku', 'qty'],
    route.map(({ bin, sku, qty }, i) => ({ stop: i + 1, bin, sku, qty })),
  )
}
