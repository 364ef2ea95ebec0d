import { readText, writeJson } from '../../../../../kit/solve.ts'

type Event = Record<string, string>
const hour = 3_600_000
const [first, days, offset] = [Date.UTC(2026, 8, 14), 7, 2 * hour]

/** The events of a calendar: property name without parameters to value; nested components are left out. */
function eventsOf(text: string): Event[] {
  const events: Event[] = []
  const open: string[] = []
  for (const line of text
    .replaceAll('\r\n', '\n')
    .replace(/\n[ \t]/g, '')
    .split('\n')) {
    const [, name, value] = /^([A-Z-]+)[^:]*:(.*)$/.exec(line) ?? []
    if (name === 'BEGIN') open.push(value!)
    if (name === 'BEGIN' && value === 'VEVENT') events.push({})
    if (name === 'END') open.pop()
    if (name !== undefined && open.at(-1) === 'VEVENT') events.at(-1)![name] = value!
  }
  if (events.length === 0) throw new Error('calendar.ics has no events')
  return events
}

/** Local time in milliseconds, as if it were UTC. */
function local(stamp: string): number {
  const iso = stamp.replace(
    /^(\d{4})(\d\d)(\d\d)(T(\d\d)(\d\d)\d\dZ?)?$/,
    (_, y, m, d, t, h, n) => `${y}-${m}-${d}T${t ? `${h}:${n}` : '00:00'}Z`,
  )
  return Date.parse(iso) + (stamp.endsWith('Z') ? offset : 0)
}

/** List the appointments of a week, day by day. */
export default async function solve(): Promise<void> {
  const events = eventsOf(await readText('calendar.ics'))
  const time = (at: number): string => new Date(at).toISOString().slice(11, 16)
  const week = Array.from({ length: days }, (_, i) => {
    const day = first + i * 24 * hour
    const list = events.flatMap(({ DTSTART, DTEND, STATUS, SUMMARY }) => {
      const whole = !DTSTART!.includes('T')
      const start = local(DTSTART!)
      const end = DTEND === undefined ? start + 24 * hour : local(DTEND)
      const here = whole ? start <= day && day < end : start >= day && start < day + 24 * hour
      if (!here || STATUS === 'CANCELLED') return []
      const title = (SUMMARY ?? '').replace(/\\([,;\\])/g, '$1')
      return [{ start: whole ? null : time(start), end: whole ? null : time(end), title }]
    })
    const key = (one: { start: string | null; title: string }): string => `${one.start ?? ''}\n${one.title}`
    return [new Date(day).toISOString().slice(0, 10), list.sort((a, b) => (key(a) < key(b) ? -1 : 1))]
  })
  await writeJson('week.json', Object.fromEntries(week))
}
