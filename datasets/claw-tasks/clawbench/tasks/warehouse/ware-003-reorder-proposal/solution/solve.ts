import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Rule = { supplier: string; reorder_point: number; target: number; pack: number }
type Rules = { horizon: string; items: Record<string, Rule>; suppliers: Record<string, { minimum: number }> }

/** Top up what falls below its reorder point, in packs, where the supplier's minimum is reached. */
export default async function solve(): Promise<void> {
  const stock = await readTable('stock.csv', ['sku', 'qty', 'cost'])
  const orders = await readTable('orders.csv', ['sku', 'qty', 'due', 'status'])
  const rules = parse(await readText('rules.yaml')) as Rules
  const wanted = orders.filter((line) => line.status === 'open' && line.due! <= rules.horizon)
  const lines = stock.flatMap(({ sku, qty, cost }) => {
    const rule = rules.items[sku!]
    if (rule === undefined) return []
    const own = wanted.filter((line) => line.sku === sku)
    const free = own.reduce((left, line) => left - Number(line.qty), Number(qty))
    if (free >= rule.reorder_point) return []
    const packs = Math.ceil((rule.target - free) / rule.pack)
    const units = packs * rule.pack
    return [{ supplier: rule.supplier, sku: sku!, packs, units, cents: Math.round(Number(cost) * 100) * units }]
  })
  const sums = new Map<string, number>()
  for (const line of lines) sums.set(line.supplier, (sums.get(line.supplier) ?? 0) + line.cents)
  const held = [...sums].filter(([supplier, sum]) => sum < Math.round(rules.suppliers[supplier]!.minimum * 100))
  const key = (line: { supplier: string; sku: string }): string => `${line.supplier}\n${line.sku}`
  const plan = lines
    .filter((line) => !held.some(([supplier]) => supplier === line.supplier))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ cents, ...line }) => ({ ...line, value: (cents / 100).toFixed(2) }))
  await writeTable('plan.csv', ['supplier', 'sku', 'packs', 'units', 'value'], plan)
  await writeJson('held.json', Object.fromEntries(held.map(([supplier, sum]) => [supplier, sum / 100])))
}
