import { type Files, filesOf, type Random } from '../seeded.ts'

const people = [
  ['Anna Keller', 'anna.keller@example.org'],
  ['Ben Osei', 'ben@example.com'],
  ['Chiara Rossi', 'c.rossi@example.org'],
  ['Dmitri Volkov', 'dmitri.volkov@example.net'],
  ['Elif Demir', 'elif+work@example.com'],
  ['Farid Haddad', 'farid@example.net'],
] as const
const topics = ['Budget', 'Hiring', 'Release', 'Support', 'Office move', 'Security review'] as const
const points = [
  'the supplier will not hold the old price any longer',
  'two tickets have been open for more than a week',
  'nobody has tested the import on a slow connection',
  'the new desks arrive a day late',
  'the draft is good enough to be sent round',
  'we lose about an hour a week to the login page',
  'the customer in Leeds asked for a shorter contract',
  'the backup of last Sunday was read back without an error',
] as const
const tasks = [
  'ask for a second quote',
  'write to the landlord',
  'close the old tickets',
  'prepare the slides',
  'book the large room',
  'check the invoice numbers',
] as const

/** notes.md: one heading per topic with a date, who was there, bullets, and actions with an address and a due date. */
export default function make(random: Random): Files {
  const start = random.int(0, 60)
  const sections = topics.map((topic, i) => section(random, topic, start + 7 * i))
  return filesOf({
    'notes.md': `# Team meetings\n\nKept by ${people[0][0]} <${people[0][1]}>.\n\n${sections.join('\n')}`,
  })
}

function section(random: Random, topic: string, day: number): string {
  const there = people.filter(() => random.next() < 0.6)
  const said = points.map((point) => ({ point, at: random.next() })).sort((a, b) => a.at - b.at)
  const bullets = said.slice(0, random.int(3, 5)).map(({ point }) => `- ${capital(point)}.`)
  const actions = Array.from({ length: random.int(2, 3) }, () => {
    const [name, address] = random.pick(people)
    return `- [ ] ${name} (${address}) will ${random.pick(tasks)} by ${random.day(day + random.int(2, 12))}`
  })
  const present = there.length > 0 ? there.map(([name]) => name).join(', ') : 'nobody but the minute taker'
  return [
    `## ${topic}, ${random.day(day)}`,
    '',
    `Present: ${present}. Minutes to all by the next morning.`,
    '',
    ...bullets,
    '',
    'Actions:',
    '',
    ...actions,
    '',
  ].join('\n')
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
