import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** The same day so many months later, or the last day of that month. */
function later(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}
const dayAfter = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

/** One verdict per record that still exists. */
export default async function solve(): Promise<void> {
  const records = await readTable('records.csv', [
    'record_id',
    'category',
    'created',
    'closed',
    'hold_until',
    'deleted',
  ])
  const policy = await readTable('policy.csv', ['category', 'keep_months', 'counts_from'])
  const today = (await readText('as_of.txt')).trim()
  const decide = (record: Record<string, string>): [verdict: string, date: string] => {
    const rule = policy.find((row) => row.category === record.category)
    if (rule === undefined) return ['no-rule', '']
    const start = record[rule.counts_from!]!
    if (start === '') return ['open', '']
    const end = later(start, Number(rule.keep_months))
    const hold = record.hold_until!
    if (hold >= today) return ['hold', [dayAfter(hold), end].sort()[1]!]
    return [end <= today ? 'delete' : 'keep', end]
  }
  const rows = records
    .filter((record) => record.deleted === '')
    .map((record) => {
      const [verdict, date] = decide(record)
      return { record_id: record.record_id!, verdict, date }
    })
  await writeTable('retention.csv', ['record_id', 'verdict', 'date'], rows)
}
