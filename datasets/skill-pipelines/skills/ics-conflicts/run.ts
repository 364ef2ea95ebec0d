import { type CalendarEvent, calendarsOf, eventsOf, momentOf } from '../../kit/calendars.ts'
import { sourceOf } from '../../kit/sources.ts'
import { writeTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName } from '../../kit/text.ts'

/** Every pair of events that share time, found by walking through them in order of start. */
export default async function run(task: Task): Promise<void> {
  const events = eventsOf(await calendarsOf(await sourceOf(task, ['.ics']))).filter(blocks)
  const rows: Record<string, string>[] = []
  let running: CalendarEvent[] = []
  for (const event of events.sort((a, b) => momentOf(a.start) - momentOf(b.start))) {
    running = running.filter(({ end }) => momentOf(end) > momentOf(event.start))
    for (const other of running) {
      const end = momentOf(other.end) < momentOf(event.end) ? other.end : event.end
      rows.push({ first: other.summary, second: event.summary, start: event.start, end })
    }
    running.push(event)
  }
  await writeTable(outputName(task.input, 'conflicts.csv'), { columns: ['first', 'second', 'start', 'end'], rows })
}

/** Whether an event takes time: not free, not cancelled, not without length. */
function blocks({ component, start, end }: CalendarEvent): boolean {
  const says = (name: string): string => String(component.getFirstPropertyValue(name) ?? '').toUpperCase()
  return says('transp') !== 'TRANSPARENT' && says('status') !== 'CANCELLED' && momentOf(end) > momentOf(start)
}
