import { calendarsOf, calendarText, eventsOf, momentOf } from '../../kit/calendars.ts'
import { sourceOf } from '../../kit/sources.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

const day = 86_400_000

/** The events of a calendar that lie in a period, wholly or in part. */
export default async function run(task: Task): Promise<void> {
  const { since, until } = task.input
  if (since === undefined && until === undefined) throw new Error('needs "since" or "until"')
  const first = since === undefined ? Number.NEGATIVE_INFINITY : momentOf(since)
  const last = until === undefined ? Number.POSITIVE_INFINITY : momentOf(until) + (until.length === 10 ? day : 0)
  const calendars = await calendarsOf(await sourceOf(task, ['.ics']))
  const inside = eventsOf(calendars).filter(({ start, end }) => {
    const [from, to] = [momentOf(start), momentOf(end)]
    return from < last && (to > first || from >= first)
  })
  if (inside.length === 0) throw new Error('no event of the calendar lies in the period')
  const zones = calendars.flatMap((calendar) => calendar.getAllSubcomponents('vtimezone'))
  const text = calendarText([...zones, ...inside.map(({ component }) => component)])
  await writeBytes(outputName(task.input, 'range.ics'), text)
}
