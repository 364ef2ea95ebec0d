import ICAL from 'ical.js'
import { readText } from './text.ts'

/** An event: its component, and its ends as ISO text (`2026-03-02T09:00:00Z`, `2026-03-05` for a whole day). */
export type CalendarEvent = {
  readonly component: ICAL.Component
  readonly start: string
  readonly end: string
  readonly summary: string
  readonly location: string
}

/** The VCALENDAR components of a file; text that is no calendar throws. */
export async function calendarsOf(name: string): Promise<ICAL.Component[]> {
  const parsed = ICAL.parse(await readText(name))
  const roots: unknown[][] = typeof parsed[0] === 'string' ? [parsed] : parsed
  const calendars = roots.map((root) => new ICAL.Component(root)).filter(({ name }) => name === 'vcalendar')
  if (calendars.length === 0) throw new Error(`${name} holds no calendar`)
  return calendars
}

/** The events of a calendar as they stand. One without DTEND and DURATION lasts a whole day or no time at all. */
export function eventsOf(calendars: readonly ICAL.Component[]): CalendarEvent[] {
  const components = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vevent'))
  return components.map((component) => {
    const event = new ICAL.Event(component)
    if (event.startDate === null) throw new Error('an event has no DTSTART')
    const [start, end] = [event.startDate.toString(), event.endDate.toString()]
    return { component, start, end, summary: event.summary ?? '', location: event.location ?? '' }
  })
}

/** A time as milliseconds; dates are midnights, times without a zone are read as UTC. */
export function momentOf(text: string): number {
  const moment = Date.parse(text.length === 10 ? `${text}T00:00:00Z` : `${text.replace(' ', 'T').replace(/Z$/, '')}Z`)
  if (Number.isNaN(moment)) throw new Error(`"${text}" is no date; write 2026-03-01 or 2026-03-01T09:00`)
  return moment
}

/** A calendar file with these parts, in the form RFC 5545 asks for. */
export function calendarText(parts: readonly ICAL.Component[]): string {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('prodid', '-//Lawbook//skill-pipelines//EN')
  for (const part of parts) calendar.addSubcomponent(part)
  return `${calendar.toString()}\r\n`
}
