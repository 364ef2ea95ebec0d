import { readTable, writeTable } from '../../../../../kit/solve.ts'

const minutes = (time: string): number => {
  const [hours, rest] = time.trim().split(':').map(Number)
  return hours! * 60 + rest!
}

/** Sum each day, round it to quarters of an hour, and pay the hours. */
export default async function solve(): Promise<void> {
  const rates = await readTable('rates.csv', ['employee', 'hourly'])
  const sheet = await readTable('timesheet.csv', ['employee', 'date', 'start', 'end', 'break_min'])
  const days = new Map<string, Map<string, number>>()
  for (const row of sheet) {
    const span = minutes(row.end!) - minutes(row.start!)
    const worked = (span < 0 ? span + 1440 : span) - Number(row.break_min)
    const own = days.get(row.employee!) ?? new Map<string, number>()
    days.set(row.employee!, own.set(row.date!, (own.get(row.date!) ?? 0) + worked))
  }
  const rows = rates
    .sort((a, b) => (a.employee! < b.employee! ? -1 : 1))
    .map(({ employee, hourly }) => {
      const sums = [...(days.get(employee!)?.values() ?? [])]
      const quarters = sums.reduce((sum, worked) => sum + Math.round(worked / 15), 0)
      const cents = Math.round((quarters * Math.round(Number(hourly) * 100)) / 4)
      return { employee: employee!, hours: (quarters / 4).toFixed(2), gross: (cents / 100).toFixed(2) }
    })
  await writeTable('gross.csv', ['employee', 'hours', 'gross'], rows)
}
