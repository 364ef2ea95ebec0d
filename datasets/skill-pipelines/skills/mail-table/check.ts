import { addressesIn, type Letter, letterOf, mailMoment } from '../../checks/mail.ts'
import { judgeProduced, type Step, sourcesOf, tableOf } from '../../checks/step.ts'

type Row = Readonly<Record<string, string>>

/** For each message a row of its own that tells it; the order of the rows is free. */
export default function check(step: Step): string[] {
  const letters = sourcesOf(step, ['.eml']).map((name) => [name, letterOf(step.before.get(name)!)] as const)
  return judgeProduced(step, ['.csv'], (name) => {
    const { columns, rows } = tableOf(step.after, name)
    const missing = ['date', 'from', 'to', 'subject', 'attachments'].find((column) => !columns.includes(column))
    if (missing !== undefined) return [`${name} has no column ${missing}`]
    if (rows.length !== letters.length) return [`${name} has ${rows.length} rows for ${letters.length} messages`]
    const free = [...rows]
    return letters.flatMap(([file, letter]) => {
      const at = free.findIndex((row) => tells(row, letter))
      if (at < 0) return [`no row of ${name} tells ${file} rightly`]
      free.splice(at, 1)
      return []
    })
  })
}

function tells(row: Row, { headers, attachments }: Letter): boolean {
  const [date, subject] = [headers.get('date') ?? '', headers.get('subject') ?? '']
  const dated = date === '' ? row.date === '' : mailMoment(row.date!) === mailMoment(date)
  const people = ['from', 'to'].every((key) => same(addressesIn(row[key]), addressesIn(headers.get(key))))
  const names = attachments.map(({ name }) => name).sort((a, b) => b.length - a.length)
  const rest = names.reduce((cell, one) => cell.replace(one, ''), row.attachments!)
  const listed = names.every((one) => row.attachments!.includes(one)) && !/[\p{L}\p{N}]/u.test(rest)
  return dated && people && listed && row.subject!.trim() === subject.trim()
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return JSON.stringify([...a].sort()) === JSON.stringify([...b].sort())
}
