import type ICAL from 'ical.js'
import { calendarsOf, calendarText } from '../../kit/calendars.ts'
import { sourcesOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

/** One calendar with the events of all; of a repeated UID the highest SEQUENCE stays, else the first. */
export default async function run(task: Task): Promise<void> {
  const calendars = (await Promise.all((await sourcesOf(task, ['.ics'])).map(calendarsOf))).flat()
  const parts = (kind: string): ICAL.Component[] => calendars.flatMap((calendar) => calendar.getAllSubcomponents(kind))
  const zones = new Map(parts('vtimezone').map((zone) => [text(zone, 'tzid'), zone]))
  const events = new Map<string, ICAL.Component>()
  for (const event of parts('vevent')) {
    const key = JSON.stringify([text(event, 'uid'), text(event, 'recurrence-id')])
    const known = events.get(key)
    if (known === undefined || Number(text(event, 'sequence')) > Number(text(known, 'sequence'))) events.set(key, event)
  }
  if (events.size === 0) throw new Error('the calendars hold no events')
  await writeBytes(outputName(task.input, 'merged.ics'), calendarText([...zones.values(), ...events.values()]))
}

function text(component: ICAL.Component, property: string): string {
  return String(component.getFirstPropertyValue(property) ?? '')
}
