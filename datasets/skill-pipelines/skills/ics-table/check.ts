import { entriesOf, momentOf } from '../../checks/calendars.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

const columns = ['start', 'end', 'summary', 'location']

/** The table and the calendar hold the same events, each as often; the order of the rows is free. */
export default function check(step: Step): string[] {
  const events = entriesOf(textOf(step.before, sourcesOf(step, ['.ics'])[0]!))
  const wanted = events.map(({ from, until, summary, location }) => cells(from, until, summary, location))
  return judgeProduced(step, ['.csv'], (name) => {
    const table = tableOf(step.after, name)
    const missing = columns.find((column) => !table.columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    const rows = table.rows.map((row) => cells(momentOf(row.start!), momentOf(row.end!), row.summary!, row.location!))
    if (rows.length !== wanted.length) return [`${name} has ${rows.length} rows, the calendar ${wanted.length} events`]
    const strange = rows.find((row) => !wanted.includes(row))
    if (strange !== undefined) return [`${name} has a row that is no event of the calendar: ${strange.slice(0, 120)}`]
    return JSON.stringify(rows.sort()) === JSON.stringify(wanted.sort())
      ? []
      : [`${name} repeats one event for another`]
  })
}

function cells(start: number, end: number, summary: string, location: string): string {
  return JSON.stringify([start, end, summary.trim(), location.trim()])
}
