import { readTable, writeTable } from '../../../../../kit/solve.ts'

const week = 40 * 60
const minutes = (time: string): number => {
  const [hours, rest] = time.trim().split(':').map(Number)
  return hours! * 60 + rest!
}
const isNight = (minute: number): boolean => minute % 1440 < 360 || minute % 1440 >= 1320

/** Worked and night minutes of a row. */
function worked(row: Record<string, string>): { all: number; night: number } {
  const start = minutes(row.start!)
  const end = minutes(row.end!) < start ? minutes(row.end!) + 1440 : minutes(row.end!)
  const night = Array.from({ length: end - start }, (_, i) => start + i).filter(isNight).length
  const pause = Number(row.break_min)
  return { all: end - start - pause, night: night - Math.max(0, pause - (end - start - night)) }
}

const mondayOf = (date: string): number => {
  const day = Date.parse(`${date}T00:00:00Z`) / 86_400_000
  return day - ((new Date(day * 86_400_000).getUTCDay() + 6) % 7)
}

/** Price regular time, weekly overtime and night time. */
export default async function solve(): Promise<void> {
  const rates = await readTable('rates.csv', ['employee', 'hourly'])
  const sheet = await readTable('timesheet.csv', ['employee', 'date', 'start', 'end', 'break_min'])
  const rows = rates
    .sort((a, b) => (a.employee! < b.employee! ? -1 : 1))
    .map(({ employee, hourly }) => {
      const own = sheet.filter((row) => row.employee === employee)
      const weeks = new Map<number, number>()
      for (const row of own) weeks.set(mondayOf(row.date!), (weeks.get(mondayOf(row.date!)) ?? 0) + worked(row).all)
      const regular = [...weeks.values()].reduce((sum, all) => sum + Math.min(all, week), 0)
      const overtime = [...weeks.values()].reduce((sum, all) => sum + Math.max(0, all - week), 0)
      const night = own.reduce((sum, row) => sum + worked(row).night, 0)
      const cents = Math.round((Math.round(Number(hourly) * 100) * (4 * regular + 6 * overtime + night)) / 240)
      const hours = (time: number): string => (time / 60).toFixed(2)
      return {
        employee: employee!,
        regular: hours(regular),
        overtime: hours(overtime),
        night: hours(night),
        gross: (cents / 100).toFixed(2),
      }
    })
  await writeTable('gross.csv', ['employee', 'regular', 'overtime', 'night', 'gross'], rows)
}
