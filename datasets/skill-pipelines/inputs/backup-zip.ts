import { strToU8, zipSync } from 'fflate'
import { type Files, filesOf, type Random } from '../seeded.ts'

const names = ['Ms Aldous', 'Mr Brandt', 'Dr Castell', 'Ms Dorn'] as const

/** backup.zip: report.csv with twelve months, letter.txt and config.json. */
export default function make(random: Random): Files {
  const entries = {
    'report.csv': strToU8(report(random)),
    'letter.txt': strToU8(letter(random)),
    'config.json': strToU8(config(random)),
  }
  return filesOf({ 'backup.zip': zipSync(entries, { mtime: '1980-01-01T12:00:00' }) })
}

function report(random: Random): string {
  const rows = Array.from({ length: 12 }, (_, i) => {
    const revenue = random.int(18000, 42000)
    return `2025-${String(i + 1).padStart(2, '0')},${revenue},${Math.round(revenue * (0.5 + random.next() / 3))}`
  })
  return `${['month,revenue,cost', ...rows].join('\n')}\n`
}

function letter(random: Random): string {
  const to = random.pick(names)
  return `Dear ${to},

please find the figures of the past year in report.csv. The strongest month was better
than we had planned, the weakest no worse than the year before. Questions are welcome
until ${random.day(random.int(20, 50))}.

With kind regards
${random.pick(names.filter((name) => name !== to))}
`
}

function config(random: Random): string {
  const settings = {
    backup: { keep: random.int(3, 12), folder: '/srv/backup', compress: true },
    notify: { email: 'ops@example.org', on: ['failure'] },
    schedule: { hour: random.int(0, 5), weekdays: ['mon', 'wed', 'fri'] },
  }
  return `${JSON.stringify(settings, null, 2)}\n`
}
