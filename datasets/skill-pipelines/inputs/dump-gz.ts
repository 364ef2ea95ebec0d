import { gzipSync, strToU8 } from 'fflate'
import { type Files, filesOf, type Random } from '../seeded.ts'

const kinds = ['login', 'purchase', 'refund', 'search', 'signup'] as const

/** events.csv.gz: fifty events in order of their day. */
export default function make(random: Random): Files {
  const days = Array.from({ length: 50 }, () => random.day(random.int(0, 89))).sort()
  const rows = days.map((day) => `${day},${random.pick(kinds)},${random.int(1, 400) / 4}`)
  const text = `${['date,kind,value', ...rows].join('\n')}\n`
  return filesOf({ 'events.csv.gz': gzipSync(strToU8(text), { mtime: 0 }) })
}
