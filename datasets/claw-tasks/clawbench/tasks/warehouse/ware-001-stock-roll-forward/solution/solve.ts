import { readTable, writeTable } from '../../../../../kit/solve.ts'

const sign: Record<string, number> = { in: 1, back: 1, out: -1, scrap: -1 }

/** Apply every movement once, in order of time, to the opening stock. */
export default async function solve(): Promise<void> {
  const stock = await readTable('stock.csv', ['sku', 'qty'])
  const moves = await readTable('moves.csv', ['no', 'time', 'sku', 'kind', 'qty'])
  const held = new Map(stock.map((row) => [row.sku!, Number(row.qty)]))
  const once = [...new Map(moves.map((move) => [move.no!, move])).values()]
  for (const { sku, kind, qty } of once.sort((a, b) => (a.time! < b.time! ? -1 : 1))) {
    if (kind !== 'count' && sign[kind!] === undefined) throw new Error(`a movement is of kind ${kind}`)
    held.set(sku!, kind === 'count' ? Number(qty) : (held.get(sku!) ?? 0) + sign[kind!]! * Number(qty))
  }
  const rows = [...held].map(([sku, qty]) => ({ sku, qty })).sort((a, b) => (a.sku < b.sku ? -1 : 1))
  await writeTable('result.csv', ['sku', 'qty'], rows)
}
