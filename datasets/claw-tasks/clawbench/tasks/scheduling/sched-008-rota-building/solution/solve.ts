import { parse } from 'yaml'
import { readTable, readText, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Rules = {
  shifts: Record<string, { start: string; hours: number }>
  min_rest_hours: number
  max_days_in_row: number
}
type Person = {
  name: string
  lead: boolean
  shifts: string[]
  limit: number
  hours: number
  dates: string[]
  end: number
}
const hourOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 3_600_000
const before = (date: string, days: number): string =>
  new Date((hourOf(date) - 24 * days) * 3_600_000).toISOString().slice(0, 10)

/** Fill the places of every shift, leads first, from those who may work and have worked least. */
export default async function solve(): Promise<void> {
  const rules = parse(await readText('rules.yaml')) as Rules
  const demand = await readTable('demand.csv', ['date', 'shift', 'count'])
  const absences = await readTable('absences.csv', ['person', 'from', 'to'])
  const staff: Person[] = (await readTable('staff.csv', ['person', 'lead', 'shifts', 'max_hours'])).map((row) => ({
    name: row.person!,
    lead: row.lead === 'yes',
    shifts: row.shifts!.split(';'),
    limit: Number(row.max_hours),
    hours: 0,
    dates: [],
    end: Number.NEGATIVE_INFINITY,
  }))
  const startOf = (row: Record<string, string>): number => {
    const shift = rules.shifts[row.shift!]
    if (shift === undefined) throw new Error(`the rules do not know the shift ${row.shift}`)
    return hourOf(row.date!) + Number(shift.start.slice(0, 2)) + Number(shift.start.slice(3)) / 60
  }
  const rota: Record<string, string>[] = []
  const gaps: Record<string, string | number>[] = []
  for (const row of demand.sort((a, b) => startOf(a) - startOf(b))) {
    const { date, shift, count } = row as { date: string; shift: string; count: string }
    const { hours } = rules.shifts[shift]!
    const inRow = (person: Person): number => {
      let days = 1
      while (person.dates.includes(before(date, days))) days++
      return days
    }
    const may = (person: Person): boolean =>
      person.shifts.includes(shift) &&
      !absences.some((away) => away.person === person.name && away.from! <= date && date <= away.to!) &&
      !person.dates.includes(date) &&
      startOf(row) - person.end >= rules.min_rest_hours &&
      person.hours + hours <= person.limit &&
      inRow(person) <= rules.max_days_in_row
    for (let place = 0; place < Number(count); place++) {
      const fit = staff
        .filter((person) => may(person) && (place > 0 || person.lead))
        .sort((a, b) => a.hours - b.hours)[0]
      if (fit === undefined) {
        const old = gaps.find((gap) => gap.date === date && gap.shift === shift && gap.place === 'any')
        if (old === undefined) gaps.push({ date, shift, place: place === 0 ? 'lead' : 'any', missing: 1 })
        else old.missing = Number(old.missing) + 1
        continue
      }
      fit.hours += hours
      fit.dates.push(date)
      fit.end = startOf(row) + hours
      rota.push({ date, shift, person: fit.name })
    }
  }
  await writeTable('rota.csv', ['date', 'shift', 'person'], rota)
  await writeTable('gaps.csv', ['date', 'shift', 'place', 'missing'], gaps)
  await writeJson('hours.json', Object.fromEntries(staff.map(({ name, hours }) => [name, hours])))
}
