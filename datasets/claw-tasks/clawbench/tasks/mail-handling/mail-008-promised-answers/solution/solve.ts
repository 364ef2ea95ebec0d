import { readJson, readTable, writeTable, writeText } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
type Condition = { field: string; contains?: string; domain?: string }
type Rule = { match: 'all' | 'any'; when: Condition[]; labels?: string[]; stop?: boolean }
type Targets = { now: string; open: string; close: string; holidays: string[]; hours: Row; plans: Row }

const bare = (text: string): string => (/<([^>]+)>/.exec(text)?.[1] ?? text).trim().toLowerCase()
const topic = (row: Row): string => row.subject!.replace(/^(re:\s*)+/i, '').toLowerCase()
const iso = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z')

function labels(row: Row, rules: readonly Rule[]): Set<string> {
  const found = new Set<string>()
  for (const { match, when, labels = [], stop } of rules) {
    const held = when.map(({ field, contains, domain }) => {
      const text = (row[field] ?? '').toLowerCase()
      if (contains !== undefined) return text.includes(contains.toLowerCase())
      return domain !== undefined && `.${bare(text).split('@').at(-1)}`.endsWith(`.${domain.toLowerCase()}`)
    })
    if (!(match === 'any' ? held.includes(true) : !held.includes(false))) continue
    for (const label of labels) found.add(label)
    if (stop) break
  }
  return found
}

/** The moment at which so many working hours are used up. */
function deadline(start: number, hours: number, { open, close, holidays }: Targets): number {
  let left = hours * 3_600_000
  for (let day = Date.parse(`${iso(start).slice(0, 10)}T00:00:00Z`); ; day += 86_400_000) {
    const date = iso(day).slice(0, 10)
    if ([0, 6].includes(new Date(day).getUTCDay()) || holidays.includes(date)) continue
    const from = Math.max(start, Date.parse(`${date}T${open}:00Z`))
    const free = Math.max(0, Date.parse(`${date}T${close}:00Z`) - from)
    if (free > 0 && left <= free) return from + left
    left -= free
  }
}

/** Compare every customer's request with the time promised, and sum up per company. */
export default async function solve(): Promise<void> {
  const mail = await readTable('inbox.csv', ['id', 'received', 'folder', 'from', 'to', 'subject'])
  const contacts = await readTable('contacts.csv', ['address', 'company', 'status'])
  const rules = await readJson<Rule[]>('rules.json')
  const targets = await readJson<Targets>('targets.json')
  if (targets.hours === undefined || targets.plans === undefined) throw new Error('targets.json has no hours or plans')
  const rows: { id: string; company: string; due: string; state: string }[] = []
  const answered = new Map<string, number>()
  for (const row of mail) {
    const marks = labels(row, rules)
    if (row.folder !== 'inbox' || marks.has('ignore')) continue
    const company = contacts.find((one) => bare(one.address!) === bare(row.from!) && one.status === 'active')?.company
    const key = `${bare(row.from!)} ${topic(row)}`
    const at = Date.parse(row.received!)
    if (company === undefined) rows.push({ id: row.id!, company: '', due: '', state: 'unknown' })
    if (company === undefined || at < (answered.get(key) ?? 0)) continue
    const answers = mail.filter(
      (one) => one.folder === 'sent' && `${bare(one.to!)} ${topic(one)}` === key && Date.parse(one.received!) > at,
    )
    const answer = Math.min(...answers.map((one) => Date.parse(one.received!)))
    answered.set(key, answer)
    const hours = Number(targets.hours[targets.plans[company]!]) / (marks.has('urgent') ? 2 : 1)
    const due = deadline(at, hours, targets)
    const silent = due < Date.parse(targets.now) ? 'overdue' : 'open'
    const state = answer === Infinity ? silent : answer <= due ? 'in time' : 'late'
    rows.push({ id: row.id!, company, due: iso(due), state })
  }
  const companies = [...new Set(rows.map((row) => row.company))].filter((name) => name !== '').sort()
  const of = (name: string) => rows.filter((row) => row.company === name)
  const missed = (name: string): number => of(name).filter((row) => ['late', 'overdue'].includes(row.state)).length
  const overdue = rows.filter((row) => row.state === 'overdue').sort((a, b) => (a.due < b.due ? -1 : 1))
  await writeTable('actions.csv', ['id', 'company', 'due', 'state'], rows)
  const report = companies.map((company) => ({ company, requests: of(company).length, missed: missed(company) }))
  await writeTable('report.csv', ['company', 'requests', 'missed'], report)
  await writeText('remind.txt', overdue.map((row) => `${row.id}\n`).join(''))
}
