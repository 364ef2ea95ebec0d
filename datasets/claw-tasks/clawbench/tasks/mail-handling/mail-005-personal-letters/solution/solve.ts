import { existsSync } from 'node:fs'
import { readTable, readText, writeJson } from '../../../../../kit/solve.ts'

/** Put cells into the places of a template; an empty cell gives what stands after the bar. */
const filled = (template: string, cells: Record<string, string>): string =>
  template.replace(/\{\{(\w+)(?:\|([^}]*))?\}\}/g, (_, key: string, otherwise = '') => cells[key] || otherwise)

const cell = (text = ''): string => (text.trim() === '-' ? '' : text.trim())

/** Prepare one letter for every active contact, in the contact's language where there is a template for it. */
export default async function solve(): Promise<void> {
  const contacts = await readTable('contacts.csv', ['address', 'name', 'company', 'language', 'status'])
  const english = await readText('template.en.txt')
  const seen = new Set<string>()
  const drafts: { to: string; subject: string; body: string }[] = []
  for (const contact of contacts) {
    const to = cell(contact.address)
    if (cell(contact.status) !== 'active' || seen.has(to.toLowerCase())) continue
    seen.add(to.toLowerCase())
    const own = `template.${cell(contact.language)}.txt`
    const template = (existsSync(own) ? await readText(own) : english).replaceAll('\r\n', '\n')
    const name = cell(contact.name)
    const cells = { name, first: name.split(/\s+/)[0]!, company: cell(contact.company) }
    const [head, ...paragraphs] = template.split('\n\n')
    const subject = filled(head!.replace(/^Subject:\s*/i, ''), cells)
    drafts.push({ to, subject, body: filled(paragraphs.join('\n\n').trim(), cells) })
  }
  await writeJson('drafts.json', drafts)
}
