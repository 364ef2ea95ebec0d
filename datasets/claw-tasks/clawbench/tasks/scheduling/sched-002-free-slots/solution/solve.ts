import { readJson, readText, writeJson } from '../../../../../kit/solve.ts'

type Hours = {
  from: string
  to: string
  hours: Record<string, [string, string]>
  buffer_minutes: number
  min_minutes: number
}
type Busy = { day: string; from: number; to: number }
const names = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday']
const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(-2))
const clock = (at: number): string =>
  `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
const dayOf = (stamp: string): string => `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`
const daysBetween = (from: string, to: string): string[] => {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to); at += 86_400_000)
    days.push(new Date(at).toISOString().slice(0, 10))
  return days
}

/** What an event blocks. */
function blocked(event: string, buffer: number): Busy[] {
  const value = (name: string): string | undefined => new RegExp(`^${name}[^:\n]*:(.*)$`, 'm').exec(event)?.[1]
  if (value('TRANSP') === 'TRANSPARENT' || value('STATUS') === 'CANCELLED') return []
  const [start, end] = [value('DTSTART'), value('DTEND')]
  if (start === undefined) throw new Error('an event has no start')
  if (start.includes('T')) {
    const [from, to] = [start, end ?? start].map((stamp) => minutes(stamp.slice(9, 13)))
    return [{ day: dayOf(start), from: from! - buffer, to: to! + buffer }]
  }
  const days = end === undefined ? [dayOf(start)] : daysBetween(dayOf(start), dayOf(end)).slice(0, -1)
  return days.map((day) => ({ day, from: 0, to: 1440 }))
}

/** Find the free stretches of every working day. */
export default async function solve(): Promise<void> {
  const { from, to, hours, buffer_minutes: buffer, min_minutes: least } = await readJson<Hours>('hours.json')
  const text = (await readText('calendar.ics')).replaceAll('\r\n', '\n').replace(/\n[ \t]/g, '')
  const busy = text
    .split('BEGIN:VEVENT')
    .slice(1)
    .flatMap((event) => blocked(event, buffer))
  const week = daysBetween(from, to).map((day) => {
    const [opens, closes] = hours[names[new Date(day).getUTCDay()]!] ?? ['00:00', '00:00']
    const free: { start: string; end: string }[] = []
    let at = minutes(opens)
    const keep = (end: number): void => void (end - at >= least && free.push({ start: clock(at), end: clock(end) }))
    for (const one of busy.filter((other) => other.day === day).sort((a, b) => a.from - b.from)) {
      keep(Math.min(one.from, minutes(closes)))
      at = Math.max(at, one.to)
    }
    keep(minutes(closes))
    return [day, free]
  })
  await writeJson('week.json', Object.fromEntries(week))
}
