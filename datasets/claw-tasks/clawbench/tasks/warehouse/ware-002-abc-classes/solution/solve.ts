import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Rank articles by net issues at cost and class them by what stands above. */
export default async function solve(): Promise<void> {
  const stock = await readTable('stock.csv', ['sku', 'cost'])
  const moves = await readTable('moves.csv', ['sku', 'kind', 'qty'])
  const units = (sku: string, kind: string): number =>
    moves.filter((move) => move.sku === sku && move.kind === kind).reduce((sum, move) => sum + Number(move.qty), 0)
  const ranked = stock
    .map(({ sku, cost }) => ({
      sku: sku!,
      cents: Math.round(Number(cost) * 100) * (units(sku!, 'out') - units(sku!, 'back')),
    }))
    .sort((a, b) => b.cents - a.cents || (a.sku < b.sku ? -1 : 1))
  const total = ranked.reduce((sum, { cents }) => sum + cents, 0)
  let above = 0
  const rows = ranked.map(({ sku, cents }) => {
    const grade = cents === 0 || above * 100 >= total * 95 ? 'C' : above * 100 >= total * 75 ? 'B' : 'A'
    above += cents
    return { sku, value: (cents / 100).toFixed(2), share: ((cents / total) * 100).toFixed(1), class: grade }
  })
  await writeTable('result.csv', ['sku', 'value', 'share', 'class'], rows)
}
