import { calendarsOf, eventsOf, momentOf } from '../../kit/calendars.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** One row an event, in order of start. */
export default async function run(task: Task): Promise<void> {
  const events = eventsOf(await calendarsOf(await sourceOf(task, ['.ics'])))
  if (events.length === 0) throw new Error('the calendar holds no events')
  const rows = events
    .sort((a, b) => momentOf(a.start) - momentOf(b.start))
    .map(({ start, end, summary, location }) => ({ start, end, summary, location }))
  await writeTable(outputName(task.input, 'calendar.csv'), { columns: ['start', 'end', 'summary', 'location'], rows })
}
