import { readText, writeTable } from '../../../../../kit/solve.ts'

type Event = Record<string, string>
const [from, to] = ['20261001', '20261115']
const dayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const dayLength = 86_400_000
const iso = (stamp: string): string => `${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}`
const clock = (stamp: string): string => `${stamp.slice(9, 11)}:${stamp.slice(11, 13)}`
const stampOf = (at: number, start: string): string =>
  new Date(at).toISOString().slice(0, 10).replaceAll('-', '') + start.slice(8)

/** The moments at which an event starts, before exclusions. */
function starts({ DTSTART: start, RRULE: rule }: Event): string[] {
  if (rule === undefined) return [start!]
  const part = (name: string): string | undefined => new RegExp(`${name}=([^;]*)`).exec(rule)?.[1]
  if (part('FREQ') !== 'WEEKLY') throw new Error(`the rule ${rule} is not weekly`)
  const first = Date.parse(iso(start!))
  const weekday = (new Date(first).getUTCDay() + 6) % 7
  const days = (part('BYDAY') ?? dayNames[weekday]!).split(',').map((name) => dayNames.indexOf(name))
  const found: string[] = []
  const step = Number(part('INTERVAL') ?? 1) * 7
  for (let week = first - weekday * dayLength; ; week += step * dayLength) {
    for (const day of days.sort((a, b) => a - b)) {
      const stamp = stampOf(week + day * dayLength, start!)
      if (stamp < start!) continue
      if (stamp > (part('UNTIL') ?? `${to}T999999`) || found.length === Number(part('COUNT') ?? -1)) return found
      found.push(stamp)
    }
  }
}

/** Expand a calendar into the occurrences of a range of dates. */
export default async function solve(): Promise<void> {
  const text = (await readText('calendar.ics')).replaceAll('\r\n', '\n').replace(/\n[ \t]/g, '')
  const events = text
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((block) => {
      return Object.fromEntries(
        [...block.matchAll(/^([A-Z-]+)[^:\n]*:(.*)$/gm)].map(([, name, value]) => [name!, value!]),
      ) as Event
    })
  const moved = new Map(events.map((event) => [`${event.UID} ${event['RECURRENCE-ID']}`, event]))
  const rows = events
    .filter((event) => event['RECURRENCE-ID'] === undefined)
    .flatMap((event) =>
      starts(event)
        .filter((stamp) => !(event.EXDATE ?? '').split(',').includes(stamp))
        .map(
          (stamp) =>
            moved.get(`${event.UID} ${stamp}`) ?? {
              ...event,
              DTSTART: stamp,
              DTEND: stamp.slice(0, 8) + event.DTEND!.slice(8),
            },
        ),
    )
    .filter(
      ({ DTSTART, STATUS }) => STATUS !== 'CANCELLED' && DTSTART!.slice(0, 8) >= from && DTSTART!.slice(0, 8) <= to,
    )
    .sort((a, b) => (`${a.DTSTART} ${a.UID}` < `${b.DTSTART} ${b.UID}` ? -1 : 1))
    .map((event) => ({
      date: iso(event.DTSTART!),
      start: clock(event.DTSTART!),
      end: clock(event.DTEND!),
      uid: event.UID!,
      title: event.SUMMARY!,
    }))
  await writeTable('occurrences.csv', ['date', 'start', 'end', 'uid', 'title'], rows)
}
