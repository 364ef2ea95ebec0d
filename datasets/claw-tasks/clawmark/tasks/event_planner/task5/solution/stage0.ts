import { addEvent, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Staff shifts with volunteers, fewest hours first, and enter one event per shift. */
export default async () => {
  const services = await openServices()
  const volunteers = sheetRows(services, 'Volunteers')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (volunteers === null || calendar === undefined) throw new Error('the sheet Volunteers or the calendar is missing')
  const shifts = await readTable('shifts.csv', ['shift', 'start', 'end', 'skill', 'people'])
  const taken = new Map<string, { start: string; end: string; hours: number }[]>()
  const roster: Record<string, string>[] = []
  for (const { shift, start, end, skill, people } of shifts) {
    const hours = (Date.parse(`${end}:00Z`) - Date.parse(`${start}:00Z`)) / 3_600_000
    const sofar = (id: string): number => (taken.get(id) ?? []).reduce((sum, one) => sum + one.hours, 0)
    const chosen = volunteers
      .slice(1)
      .filter(([, , , skills, from, to]) => {
        return skills!.split('; ').includes(skill!) && from! <= start!.slice(11) && to! >= end!.slice(11)
      })
      .filter(([id]) => !(taken.get(id!) ?? []).some((one) => one.start < end! && start! < one.end))
      .filter((row) => sofar(row[0]!) + hours <= Number(row[6]))
      .map(([id]) => id!)
      .sort((a, b) => sofar(a) - sofar(b) || (a < b ? -1 : 1))
      .slice(0, Number(people))
    for (const id of chosen) {
      taken.set(id, [...(taken.get(id) ?? []), { start: start!, end: end!, hours }])
      roster.push({ shift: shift!, volunteer: id })
    }
    addEvent(calendar.events, {
      summary: shift!,
      dtstart: `${start}:00`,
      dtend: `${end}:00`,
      description: chosen.join(', '),
    })
  }
  await writeTable('roster.csv', ['shift', 'volunteer'], roster)
  await saveServices(services)
}
