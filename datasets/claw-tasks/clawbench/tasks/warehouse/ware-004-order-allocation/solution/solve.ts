import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Rules = { horizon: string; items: Record<string, { reserve: number }> }
type Order = { order: string; date: string; needs: Map<string, number> }

/** Serve whole orders by date from what is above the reserve. */
export default async function solve(): Promise<void> {
  const stock = await readTable('stock.csv', ['sku', 'qty'])
  const lines = await readTable('orders.csv', ['order', 'sku', 'qty', 'due', 'status'])
  const rules = parse(await readText('rules.yaml')) as Rules
  const left = new Map(stock.map(({ sku, qty }) => [sku!, Number(qty) - (rules.items[sku!]?.reserve ?? 0)]))
  const orders = new Map<string, Order>()
  for (const { order, sku, qty, due } of lines.filter(({ status }) => status === 'open')) {
    const old = orders.get(order!) ?? { order: order!, date: due!, needs: new Map<string, number>() }
    old.needs.set(sku!, (old.needs.get(sku!) ?? 0) + Number(qty))
    orders.set(order!, { ...old, date: [old.date, due!].sort()[0]! })
  }
  const key = ({ date, order }: Order): string => `${date} ${order}`
  const rows = [...orders.values()]
    .sort((a, b) => (key(a) < key(b) ? -1 : 1))
    .map(({ order, date, needs }) => {
      if (date > rules.horizon) return { order, decision: 'later', missing: '' }
      const lacking = [...needs].filter(([sku, units]) => units > (left.get(sku) ?? 0))
      const missing = lacking.map(([sku, units]) => `${sku}:${units - (left.get(sku) ?? 0)}`).sort()
      if (missing.length > 0) return { order, decision: 'short', missing: missing.join(';') }
      for (const [sku, units] of needs) left.set(sku, left.get(sku)! - units)
      return { order, decision: 'ship', missing: '' }
    })
  await writeTable(
    'plan.csv',
    ['order', 'decision', 'missing'],
    rows.sort((a, b) => (a.order < b.order ? -1 : 1)),
  )
  await writeJson('left.json', Object.fromEntries(left))
}
