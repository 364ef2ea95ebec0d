import { createHash } from 'node:crypto'
import ICAL from 'ical.js'
import { calendarText } from '../../kit/calendars.ts'
import { sourceOf } from '../../kit/sources.ts'
import { columnOf, readTable } from '../../kit/tables.ts'
import type { Task } from '../../kit/task.ts'
import { outputName, writeBytes } from '../../kit/text.ts'

type Row = Readonly<Record<string, string>>

/** One event a row, in the order of the table. */
export default async function run(task: Task): Promise<void> {
  const table = await readTable(await sourceOf(task, ['.csv']))
  for (const column of ['start', 'summary']) columnOf(table, column)
  if (table.rows.length === 0) throw new Error('the table has no rows')
  const seen = new Map<string, number>()
  const events = table.rows.map((row, i) => {
    const text = JSON.stringify([row.start, row.end, row.summary, row.location])
    const times = (seen.get(text) ?? 0) + 1
    seen.set(text, times)
    return eventOf(row, createHash('sha256').update(`${text} ${times}`).digest('hex').slice(0, 24), i + 1)
  })
  await writeBytes(outputName(task.input, 'events.ics'), calendarText(events))
}

function eventOf(row: Row, uid: string, at: number): ICAL.Component {
  const component = new ICAL.Component('vevent')
  const [start, end] = [timeOf(row.start ?? '', at), timeOf(row.end?.trim() || row.start!, at)]
  if (start.isDate !== end.isDate) throw new Error(`row ${at} mixes a date and a time`)
  if (end.compare(start) < 0) throw new Error(`row ${at} ends before it starts`)
  const stamp = start.clone()
  stamp.isDate = false
  stamp.zone = ICAL.Timezone.utcTimezone
  component.addPropertyWithValue('uid', uid)
  component.addPropertyWithValue('dtstamp', stamp)
  component.addPropertyWithValue('dtstart', start)
  if (end.compare(start) > 0) component.addPropertyWithValue('dtend', end)
  component.addPropertyWithValue('summary', row.summary ?? '')
  if (row.location) component.addPropertyWithValue('location', row.location)
  return component
}

/** `2026-03-09`, or a date and a time to the minute or second, floating unless it ends in Z. */
function timeOf(cell: string, at: number): ICAL.Time {
  const found = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(Z?))?$/.exec(cell.trim())
  if (found === null) throw new Error(`"${cell}" of row ${at} is no time; write 2026-03-09T09:00`)
  const [, date, minute, second = ':00', zone] = found
  return minute === undefined
    ? ICAL.Time.fromDateString(date!)
    : ICAL.Time.fromDateTimeString(`${date}T${minute}${second}${zone}`)
}
