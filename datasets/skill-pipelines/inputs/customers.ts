import { type Files, filesOf, type Random } from '../seeded.ts'
import { customerNames } from './sales-ledger.ts'

const segments = ['retail', 'trade', 'public'] as const
const countries = ['Ireland', 'France', 'Norway', 'Portugal', 'Austria', 'Denmark'] as const

/** customers.csv: the twenty customers of the sales ledger, in no order; every segment occurs. */
export default function make(random: Random): Files {
  const rows = customerNames.map((name, i) => [name, segments[i] ?? random.pick(segments), random.pick(countries)])
  for (let i = rows.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    const held = rows[i]!
    rows[i] = rows[j]!
    rows[j] = held
  }
  return filesOf({
    'customers.csv': `${['customer,segment,country', ...rows.map((row) => row.join(','))].join('\n')}\n`,
  })
}
