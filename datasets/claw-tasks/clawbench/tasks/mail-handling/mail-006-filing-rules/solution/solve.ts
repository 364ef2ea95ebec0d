import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
type Condition = { field: string; contains?: string; is?: string; domain?: string; above?: number; not?: boolean }
type Rule = { match: 'all' | 'any'; when: Condition[]; labels?: string[]; move?: string; stop?: boolean }

const bare = (text: string): string => (/<([^>]+)>/.exec(text)?.[1] ?? text).trim()

function holds(condition: Condition, row: Row): boolean {
  const field = (row[condition.field] ?? '').toLowerCase()
  const domain = bare(field).split('@').at(-1)!
  const { contains, is, domain: wanted, above } = condition
  const plain =
    (contains !== undefined && field.includes(contains.toLowerCase())) ||
    (is !== undefined && bare(field) === is.toLowerCase()) ||
    (wanted !== undefined && `.${domain}`.endsWith(`.${wanted.toLowerCase()}`)) ||
    (above !== undefined && Number(field) > above)
  return plain !== (condition.not ?? false)
}

function filed(row: Row, rules: readonly Rule[]): { folder: string; labels: string } {
  const labels = new Set<string>()
  let folder = 'Inbox'
  for (const rule of rules) {
    const held = rule.when.map((condition) => holds(condition, row))
    if (!(rule.match === 'any' ? held.includes(true) : !held.includes(false))) continue
    for (const label of rule.labels ?? []) labels.add(label)
    folder = rule.move ?? folder
    if (rule.stop) break
  }
  return { folder, labels: [...labels].sort().join(';') }
}

/** Say for every message in the inbox where the rules put it. */
export default async function solve(): Promise<void> {
  const rules = await readJson<Rule[]>('rules.json')
  if (!Array.isArray(rules) || rules.some((rule) => !Array.isArray(rule.when)))
    throw new Error('rules.json has no rules')
  const rows = await readTable('inbox.csv', ['id', 'folder', 'from', 'to', 'subject', 'size_kb'])
  const inbox = rows.filter((row) => row.folder === 'inbox')
  await writeTable(
    'actions.csv',
    ['id', 'folder', 'labels'],
    inbox.map((row) => ({ id: row.id!, ...filed(row, rules) })),
  )
}
