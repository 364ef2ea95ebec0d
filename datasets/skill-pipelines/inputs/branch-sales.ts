import { type Files, filesOf, type Random } from '../seeded.ts'
import { prices } from './sales-ledger.ts'

const products = Object.keys(prices) as (keyof typeof prices)[]

/** branch-north.csv, branch-south.csv, branch-east.csv: fifteen sales each, by date, the same columns. */
export default function make(random: Random): Files {
  const branches = ['north', 'south', 'east'].map((branch) => [`branch-${branch}.csv`, sales(random)] as const)
  return filesOf(Object.fromEntries(branches))
}

function sales(random: Random): string {
  const rows = Array.from({ length: 15 }, (_, i) => {
    const product = random.pick(products)
    const units = random.int(1, 9)
    return [random.day(6 * i + random.int(0, 5)), product, units, (prices[product] * units).toFixed(2)].join(',')
  })
  return `${['date,product,units,amount', ...rows].join('\n')}\n`
}
