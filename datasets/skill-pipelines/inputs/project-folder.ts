import { encode } from 'fast-png'
import { type Files, filesOf, type Random } from '../seeded.ts'

const people = ['Ines', 'Jonas', 'Mara', 'Tomas', 'Wilma'] as const
const tasks = [
  'order samples',
  'call the supplier',
  'check the invoice',
  'draw the floor plan',
  'book the van',
] as const
const sites = ['Harbour', 'Station', 'Market', 'Mill'] as const

/** project/: a readme, two tables, a logo and notes, as a small project leaves them. */
export default function make(random: Random): Files {
  return filesOf({
    'project/readme.md': readme(random),
    'project/notes.txt': notes(random),
    'project/data/a.csv': visits(random, 30),
    'project/data/b.csv': visits(random, 24),
    'project/logo.png': logo(random),
  })
}

function readme(random: Random): string {
  return `# Refit of the ${random.pick(sites)} shop

Started on ${random.day(random.int(0, 30))}, led by ${random.pick(people)}.

## Files

- \`data/a.csv\` visits before the refit
- \`data/b.csv\` visits after it
- \`logo.png\` the sign over the door
`
}

function notes(random: Random): string {
  const lines = Array.from({ length: 18 }, () => {
    const when = random.day(random.int(0, 59))
    return `${when} ${random.pick(people)}: ${random.pick(tasks)}`
  })
  return `${lines.sort().join('\n')}\n`
}

function visits(random: Random, days: number): string {
  const rows = Array.from({ length: days }, (_, day) =>
    [random.day(day), random.pick(sites), random.int(40, 260), (random.int(900, 9900) / 10).toFixed(2)].join(','),
  )
  return `${['date,site,visitors,sales', ...rows].join('\n')}\n`
}

/** A ring in one colour on another, 64x64. */
function logo(random: Random): Uint8Array {
  const [ring, ground] = [0, 1].map(() => [random.int(0, 255), random.int(0, 255), random.int(0, 255)]) as [
    number[],
    number[],
  ]
  const data = new Uint8Array(64 * 64 * 3)
  for (let i = 0; i < 64 * 64; i++) {
    const [x, y] = [(i % 64) - 31.5, Math.floor(i / 64) - 31.5]
    const away = x * x + y * y
    data.set(away < 800 && away > 300 ? ring : ground, 3 * i)
  }
  return encode({ width: 64, height: 64, data, channels: 3 })
}
