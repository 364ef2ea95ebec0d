import { type Files, filesOf, type Random } from '../seeded.ts'

/** monthly.csv: two years of revenue, cost and visitors that grow unevenly. */
export default function make(random: Random): Files {
  const rows = Array.from({ length: 24 }, (_, i) => {
    const month = `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`
    const visitors = 800 + 25 * i + random.int(-120, 120)
    const revenue = visitors * random.int(18, 26)
    const cost = Math.round(revenue * (0.55 + random.next() / 5)) + 2000
    return [month, revenue, cost, visitors].join(',')
  })
  return filesOf({ 'monthly.csv': `${['month,revenue,cost,visitors', ...rows].join('\n')}\n` })
}
