import { type Files, filesOf, type Random } from '../seeded.ts'

type Entry = { uid: string; start: string; end: string; summary: string; location: string }

const summaries = [
  'Standup',
  'Budget review',
  'Interview, second round',
  'Client call',
  'Design review; phase two',
  'Dentist',
  'Roadmap',
  'Lunch with the auditors',
  'One to one',
  'Release check',
  'Training',
]
const places = ['Room 4', 'Room 7', 'Online', 'Cafe Linden, ground floor', 'Head office', '']

/**
 * anna.ics and ben.ics: 20 events each, spread over March 2026 (UTC). Two of them are the same meetings, one lasts a day,
 * every fourth begins while the one before it runs, and both have a meeting on the 17th at ten.
 */
export default function make(random: Random): Files {
  const shared = [
    meeting(random, 'all-hands@example.org', 'All hands', moment(12, 14)),
    meeting(random, 'retro@example.org', 'Retrospective', moment(20, 10)),
  ]
  const calendar = (who: string): string => {
    let start = 0
    const own = Array.from({ length: 17 }, (_, i) => {
      const drawn = moment(2 + Math.floor(i * 1.7) + random.int(0, 1), random.int(8, 16), random.pick([0, 30]))
      start = i % 4 === 3 ? start + 15 * 60_000 : i === 9 ? moment(17, 10, random.pick([0, 30])) : drawn
      return eventText(meeting(random, `${who}-${i + 1}@example.org`, random.pick(summaries), start))
    })
    const off = allDay(`${who}-off@example.org`, random.int(2, 29))
    const events = [...own.slice(9), eventText(shared[0]!), off, ...own.slice(0, 9), eventText(shared[1]!)]
    return calendarText(who, events)
  }
  return filesOf({ 'anna.ics': calendar('anna'), 'ben.ics': calendar('ben') })
}

function moment(day: number, hour: number, minute = 0): number {
  return Date.UTC(2026, 2, day, hour, minute)
}

function meeting(random: Random, uid: string, summary: string, start: number): Entry {
  const end = start + random.pick([45, 60, 90, 120]) * 60_000
  return { uid, start: stamp(start), end: stamp(end), summary, location: random.pick(places) }
}

function stamp(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&')
}

function eventText({ uid, start, end, summary, location }: Entry): string[] {
  const place = location === '' ? [] : [`LOCATION:${escaped(location)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260215T090000Z',
    `DTSTART:${start}`,
    `DTEND:${end}`,
    `SUMMARY:${escaped(summary)}`,
    ...place,
    'END:VEVENT',
  ]
}

function allDay(uid: string, day: number): string[] {
  const date = (shift: number): string => stamp(Date.UTC(2026, 2, day + shift)).slice(0, 8)
  const dates = [`DTSTART;VALUE=DATE:${date(0)}`, `DTEND;VALUE=DATE:${date(1)}`]
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'DTSTAMP:20260215T090000Z',
    ...dates,
    'SUMMARY:Day off',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

function calendarText(who: string, events: readonly string[][]): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:-//Example//Calendar of ${who}//EN`]
  return `${[...head, ...events.flat(), 'END:VCALENDAR'].join('\r\n')}\r\n`
}
