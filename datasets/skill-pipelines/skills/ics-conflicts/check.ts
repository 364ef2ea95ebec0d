import { type Entry, entriesOf, momentOf } from '../../checks/calendars.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

/** Each event held against each other; the pairs and the times they share must be those of the table. */
export default function check(step: Step): string[] {
  const entries = entriesOf(textOf(step.before, sourcesOf(step, ['.ics'])[0]!)).filter(blocks)
  const wanted = entries.flatMap((a, i) => entries.slice(i + 1).flatMap((b) => shared(a, b)))
  return judgeProduced(step, ['.csv'], (name) => {
    const { columns, rows } = tableOf(step.after, name)
    const missing = ['first', 'second', 'start', 'end'].find((column) => !columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    const told = rows.map((row) => pair(row.first!, row.second!, momentOf(row.start!), momentOf(row.end!)))
    if (told.length !== wanted.length) return [`${name} lists ${told.length} pairs, ${wanted.length} events overlap`]
    const strange = told.find((one) => !wanted.includes(one))
    if (strange !== undefined) return [`${name} lists a pair that does not overlap so: ${strange}`]
    return JSON.stringify(told.sort()) === JSON.stringify(wanted.sort()) ? [] : [`${name} repeats a pair`]
  })
}

function shared(a: Entry, b: Entry): string[] {
  const [from, until] = [Math.max(a.from, b.from), Math.min(a.until, b.until)]
  return from < until ? [pair(a.summary, b.summary, from, until)] : []
}

function pair(a: string, b: string, from: number, until: number): string {
  return JSON.stringify([...[a.trim(), b.trim()].sort(), from, until])
}

function blocks({ properties }: Entry): boolean {
  const says = (name: string): string | undefined => properties.get(name)?.toUpperCase()
  return says('TRANSP') !== 'TRANSPARENT' && says('STATUS') !== 'CANCELLED'
}
