import { type Files, filesOf, type Random } from '../seeded.ts'

const statuses = ['open', 'paid', 'shipped'] as const
const cities = ['Bristol', 'Leeds', 'Lyon', 'Ghent', 'Turin', 'Porto'] as const
const names = [
  'Ada Brook',
  'Ben Carter',
  'Chloe Dunn',
  'Dev Patel',
  'Eva Lind',
  'Femi Okoye',
  'Gina Rossi',
  'Hugo Blanc',
]
const prices = { 'LMP-10': 49.5, 'DSK-02': 319, 'CHR-07': 129.5, 'SHF-31': 89.9, 'MIR-04': 64, 'RUG-15': 142.25 }
const skus = Object.keys(prices) as (keyof typeof prices)[]

/** orders.json: 25 orders of a web shop, the newest last, below a head with the currency. */
export default function make(random: Random): Files {
  const orders = Array.from({ length: 25 }, (_, i) => {
    const items = skus.filter(() => random.next() < 0.3).map((sku) => ({ sku, qty: random.int(1, 6) }))
    const bought = items.length > 0 ? items : [{ sku: random.pick(skus), qty: 1 }]
    const total = bought.reduce((sum, { sku, qty }) => sum + prices[sku] * qty, 0)
    return {
      id: `A-${4101 + i}`,
      status: random.pick(statuses),
      total: Math.round(total * 100) / 100,
      customer: { name: random.pick(names), city: random.pick(cities) },
      items: bought,
    }
  })
  const meta = { generated: random.day(random.int(60, 89)), currency: 'EUR' }
  return filesOf({ 'orders.json': `${JSON.stringify({ meta, orders }, null, 2)}\n` })
}
