import { parse } from 'yaml'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

type Rules = {
  shifts: Record<string, { start: string; hours: number }>
  min_rest_hours: number
  max_days_in_row: number
  max_week_hours: number
}
const hoursOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 3_600_000
const dateOf = (hours: number): string => new Date(hours * 3_600_000).toISOString().slice(0, 10)

/** List every breach of rest, days in a row and weekly hours. */
export default async function solve(): Promise<void> {
  const rules = parse(await readText('rules.yaml')) as Rules
  const rota = await readTable('rota.csv', ['date', 'shift', 'person'])
  const found: { person: string; rule: string; date: string }[] = []
  for (const person of new Set(rota.map((row) => row.person!))) {
    const own = rota
      .filter((row) => row.person === person)
      .map(({ date, shift }) => {
        const rule = rules.shifts[shift!]
        if (rule === undefined) throw new Error(`the rules do not know the shift ${shift}`)
        const start = hoursOf(date!) + Number(rule.start.slice(0, 2)) + Number(rule.start.slice(3)) / 60
        return { date: date!, start, hours: rule.hours }
      })
      .sort((a, b) => a.start - b.start)
    for (const [i, { date, start }] of own.entries()) {
      const last = own[i - 1]
      if (last !== undefined && start - last.start - last.hours < rules.min_rest_hours)
        found.push({ person, rule: 'rest', date })
    }
    let run = 0
    const days = [...new Set(own.map(({ date }) => date))]
    for (const [i, date] of days.entries()) {
      run = i > 0 && hoursOf(date) - hoursOf(days[i - 1]!) === 24 ? run + 1 : 1
      if (run === rules.max_days_in_row + 1) found.push({ person, rule: 'row', date })
    }
    const weeks = new Map<string, number>()
    for (const { date, hours } of own) {
      const weekday = (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7
      const monday = dateOf(hoursOf(date) - weekday * 24)
      weeks.set(monday, (weeks.get(monday) ?? 0) + hours)
    }
    for (const [date, hours] of weeks) if (hours > rules.max_week_hours) found.push({ person, rule: 'week', date })
  }
  const key = (one: { person: string; rule: string; date: string }): string => `${one.person}\n${one.rule}\n${one.date}`
  await writeTable(
    'breaches.csv',
    ['person', 'rule', 'date'],
    found.sort((a, b) => (key(a) < key(b) ? -1 : 1)),
  )
}
