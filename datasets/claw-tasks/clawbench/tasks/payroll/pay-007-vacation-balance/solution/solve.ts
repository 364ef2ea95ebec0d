import { readTable, writeTable } from '../../../../../kit/solve.ts'

const year = 2026
const fullYear = 25
const holidays = ['05-01', '12-25', '12-26'].map((day) => `${year}-${day}`)
const dayLength = 86_400_000
const days = Array.from({ length: 366 }, (_, i) =>
  new Date(Date.UTC(year, 0, 1) + i * dayLength).toISOString().slice(0, 10),
).filter((date) => date.startsWith(String(year)))

/** Grant vacation by months of employment, and take off the working days spent on it. */
export default async function solve(): Promise<void> {
  const people = await readTable('employees.csv', ['employee', 'joined', 'left', 'days_per_week'])
  const leave = await readTable('leave.csv', ['employee', 'kind', 'from', 'to'])
  const rows = people.map(({ employee, joined, left, days_per_week }) => {
    const here = days.filter((date) => date >= joined! && (left === '' || date <= left!))
    const months = new Map<string, number>()
    for (const date of here) months.set(date.slice(0, 7), (months.get(date.slice(0, 7)) ?? 0) + 1)
    const counted = [...months.values()].filter((count) => count >= 15).length
    const entitled = Math.ceil((2 * fullYear * Number(days_per_week) * counted) / 60) / 2
    const on = (kind: string, date: string): boolean =>
      leave.some((row) => row.employee === employee && row.kind === kind && row.from! <= date && date <= row.to!)
    const works = (date: string): boolean => {
      const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
      return weekday >= 1 && weekday <= Number(days_per_week) && !holidays.includes(date)
    }
    const taken = days.filter((date) => works(date) && on('vacation', date) && !on('sick', date)).length
    return { employee: employee!, entitled, taken, balance: entitled - taken }
  })
  await writeTable('entitlements.csv', ['employee', 'entitled', 'taken', 'balance'], rows)
}
