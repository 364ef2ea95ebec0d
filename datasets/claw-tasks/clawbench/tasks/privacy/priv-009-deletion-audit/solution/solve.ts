import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

const dayOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const grace = 30

/** The same day so many months later, or the last day of that month. */
function later(iso: string, months: number): string {
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10)
}

/** What was done with every record, against what should have been done. */
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
  const rows = records.map((record) => {
    const { record_id = '', hold_until = '', deleted = '' } = record
    const rule = policy.find((row) => row.category === record.category)
    if (rule === undefined) return { record_id, verdict: 'no-rule', date: '', days: 0 }
    const start = record[rule.counts_from!]!
    const end = start === '' ? '' : later(start, Number(rule.keep_months))
    const held = end !== '' && hold_until >= end
    const date = held ? new Date((dayOf(hold_until) + 1) * 86_400_000).toISOString().slice(0, 10) : end
    const days = date === '' ? -1 : dayOf(deleted === '' ? today : deleted) - dayOf(date)
    const judged = (): string => {
      if (deleted === '') return days > grace ? 'overdue' : 'fine'
      if (deleted <= hold_until) return 'under-hold'
      if (days < 0) return 'early'
      return days <= grace ? 'in-time' : 'late'
    }
    return { record_id, verdict: judged(), date, days }
  })
  await writeTable('retention.csv', ['record_id', 'verdict', 'date'], rows)
  const counts: Record<string, number> = {}
  for (const { verdict } of rows) counts[verdict] = (counts[verdict] ?? 0) + 1
  const worst = rows
    .filter(({ verdict }) => verdict === 'late' || verdict === 'overdue')
    .sort((a, b) => b.days - a.days)[0]
  await writeJson('audit.json', {
    counts,
    worst: worst === undefined ? null : { record_id: worst.record_id, days: worst.days },
  })
}
