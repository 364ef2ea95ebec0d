import mustache from 'mustache'
import { addressesIn, type Letter, leftIn, letterOf } from '../../checks/mail.ts'
import { type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

type Row = Readonly<Record<string, string>>

/** For each row with an address a letter of its own: to that address, with the subject and the words it should have. */
export default function check(step: Step): string[] {
  const rows = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!).rows.filter((row) => row.email?.includes('@'))
  const asked = step.input.template ?? sourcesOf({ ...step, input: {} }, ['.mustache'])[0]
  const lines = textOf(step.before, String(asked)).split('\n')
  const own = lines[0]!.startsWith('Subject:') ? lines[0]!.slice('Subject:'.length).trim() : null
  const subject = String(step.input.title ?? own ?? 'Letter')
  const body = lines.slice(own === null ? 0 : 1).join('\n')
  const left = leftIn(step, ['.eml'])
  if (left.length === 0) return ['no new .eml was produced']
  if (left.length !== rows.length) return [`${left.length} letters were written for ${rows.length} people`]
  const free = left.map((name) => letterOf(step.after.get(name)!))
  return rows.flatMap((row) => {
    const at = free.findIndex((letter) => fits(letter, row, filled(subject, row), filled(body, row)))
    if (at < 0) return [`there is no right letter to ${row.email}`]
    free.splice(at, 1)
    return []
  })
}

function fits({ headers, text }: Letter, row: Row, subject: string, body: string): boolean {
  const to = addressesIn(headers.get('to'))
  if (to.length !== 1 || to[0] !== row.email!.trim().toLowerCase()) return false
  return plain(headers.get('subject') ?? '') === plain(subject) && plain(text) === plain(body)
}

/** Placeholders replaced by hand; only templates with sections need the library. */
function filled(template: string, row: Row): string {
  if (/\{\{\s*[#^!>=]/.test(template))
    return mustache.render(template, row, undefined, { escape: (value) => String(value) })
  return template.replace(
    /\{\{\{\s*(.+?)\s*\}\}\}|\{\{&?\s*(.+?)\s*\}\}/g,
    (_, bare?: string, name?: string) => row[bare ?? name!] ?? '',
  )
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ')
}
