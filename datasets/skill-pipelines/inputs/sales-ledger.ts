import { type Files, filesOf, type Random } from '../seeded.ts'

const regions = ['North', 'South', 'East', 'West'] as const
/** What one unit costs. */
export const prices = { lamp: 49.5, desk: 319, chair: 129.5, shelf: 89.9, mirror: 64 } as const
const products = Object.keys(prices) as (keyof typeof prices)[]

/** The customers who buy; `customers` lists them with segment and country. */
export const customerNames = [
  'Aster & Co',
  'Birkdale Ltd',
  'Corso Studio',
  'Dunmore School',
  'Elm House',
  'Fairfax Hotel',
  'Greenway Clinic',
  'Harbour Cafe',
  'Ivory Books',
  'Juniper Law',
  'Kestrel Labs',
  'Linden Library',
  'Marlow Inn',
  'Nordic Gym',
  'Oakfield Bank',
  'Pine Theatre',
  'Quarry Museum',
  'Rowan Dental',
  'Stone Bakery',
  'Tamar Council',
] as const

/** sales.csv: 60 orders, then four of them again, as exports do. */
export default function make(random: Random): Files {
  const orders = Array.from({ length: 60 }, (_, i) => {
    const product = random.pick(products)
    const units = random.int(1, 12)
    const amount = (Math.round(prices[product] * units * 100) / 100).toFixed(2)
    return [
      1001 + i,
      random.day(random.int(0, 89)),
      random.pick(regions),
      product,
      units,
      amount,
      random.pick(customerNames),
    ]
  })
  const again = Array.from({ length: 4 }, () => random.pick(orders))
  const header = 'order_id,date,region,product,units,amount,customer'
  return filesOf({ 'sales.csv': `${[header, ...[...orders, ...again].map((row) => row.join(','))].join('\n')}\n` })
}
