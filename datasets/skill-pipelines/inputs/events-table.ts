import { type Files, filesOf, type Random } from '../seeded.ts'

const summaries = [
  'Kick-off',
  'Site visit',
  'Workshop "Numbers"',
  'Board meeting',
  'Fire drill',
  'Supplier call, weekly',
  'Photo session',
  'Stocktaking',
  'Guided tour',
]
const places = ['Hall A', 'Hall B', 'Yard', 'Online', 'Library, first floor', '']

/** events.csv: 18 rows in March 2026 in no order; some run into each other. */
export default function make(random: Random): Files {
  const rows = Array.from({ length: 18 }, () => {
    const start = Date.UTC(2026, 2, random.int(2, 13), random.int(8, 16), random.pick([0, 15, 30]))
    const end = start + random.pick([45, 60, 90, 150, 240]) * 60_000
    return [minute(start), minute(end), random.pick(summaries), random.pick(places)].map(quoted).join(',')
  })
  return filesOf({ 'events.csv': `${['start,end,summary,location', ...rows].join('\n')}\n` })
}

function minute(time: number): string {
  return new Date(time).toISOString().slice(0, 16)
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
