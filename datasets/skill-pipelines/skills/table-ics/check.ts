import { type Entry, entriesOf, momentOf } from '../../checks/calendars.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

type Row = Readonly<Record<string, string>>

/** For each row an event of its own with these times and texts, under a UID of its own. */
export default function check(step: Step): string[] {
  const { rows } = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
  return judgeProduced(step, ['.ics'], (name) => {
    const text = textOf(step.after, name)
    const entries = entriesOf(text)
    if (!/^VERSION:2\.0/m.test(text)) return [`${name} does not say that it is version 2.0`]
    if (entries.length !== rows.length) return [`${name} has ${entries.length} events, the table ${rows.length} rows`]
    const uids = new Set(entries.map(({ uid }) => uid))
    if (uids.has('') || uids.size !== entries.length) return [`events of ${name} lack a UID or share one`]
    const free = [...entries]
    return rows.flatMap((row, i) => {
      const at = free.findIndex((entry) => fits(entry, row))
      if (at < 0) return [`row ${i + 1} of the table has no event in ${name}`]
      free.splice(at, 1)
      return []
    })
  })
}

function fits({ start, end, from, until, summary, location }: Entry, row: Row): boolean {
  const [first, last] = [row.start!.trim(), row.end?.trim() ?? '']
  const alike = (cell: string, iso: string): boolean =>
    momentOf(cell) === momentOf(iso) && cell.length > 10 === iso.length > 10 && cell.endsWith('Z') === iso.endsWith('Z')
  const whole = first.length === 10 && (last === '' || last === first) ? 24 * 60 * 60 * 1000 : 0
  const ends = whole > 0 || last === '' ? until === from + whole : alike(last, end)
  return (
    alike(first, start) && ends && summary === (row.summary ?? '').trim() && location === (row.location ?? '').trim()
  )
}
