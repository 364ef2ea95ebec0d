import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

type Shift = { shift: string; start: string; end: string; skill: string; people: string }

/** Take in a cancellation, drop assignments that no longer hold, fill the gaps and report what stays open. */
export default async () => {
  const services = await openServices()
  const volunteers = sheetRows(services, 'Volunteers')
  const calendar = services.calendar.calendars.find(({ name }) => name === 'Events')
  if (volunteers === null || calendar === undefined) throw new Error('the sheet Volunteers or the calendar is missing')
  for (const { body } of mailOf(services, 'helpers').filter(({ subject }) => subject === 'Cannot come')) {
    const writer = volunteers.find((row) => row[2] !== '' && body.includes(`Phone: ${row[2]}`))
    if (writer !== undefined) writer[4] = /^From: *(\d\d:\d\d)/m.exec(body)?.[1] ?? writer[4]!
  }
  const shifts = (await readTable('shifts.csv', ['shift', 'start', 'end', 'skill', 'people'])) as unknown as Shift[]
  const can = (id: string, { start, end, skill }: Shift): boolean => {
    const [, , , skills, from, to] = volunteers.find((row) => row[0] === id) ?? []
    if (skills === undefined) return false
    return skills.split('; ').includes(skill) && from! <= start.slice(11) && to! >= end.slice(11)
  }
  const shiftOf = (name: string): Shift => shifts.find(({ shift }) => shift === name)!
  const roster = (await readTable('roster.csv', ['shift', 'volunteer']))
    .map(({ shift, volunteer }) => ({ shift: shift!, volunteer: volunteer! }))
    .filter(({ shift, volunteer }) => can(volunteer, shiftOf(shift)))
  const length = ({ start, end }: Shift): number => (Date.parse(`${end}:00Z`) - Date.parse(`${start}:00Z`)) / 3_600_000
  const of = (id: string): Shift[] =>
    roster.filter(({ volunteer }) => volunteer === id).map(({ shift }) => shiftOf(shift))
  const hours = (id: string): number => of(id).reduce((sum, shift) => sum + length(shift), 0)
  const open: string[] = []
  for (const shift of shifts) {
    const gaps = Number(shift.people) - roster.filter((one) => one.shift === shift.shift).length
    const free = volunteers
      .slice(1)
      .filter((row) => can(row[0]!, shift) && hours(row[0]!) + length(shift) <= Number(row[6]))
      .map((row) => row[0]!)
      .filter((id) => !of(id).some((one) => one.start < shift.end && shift.start < one.end))
      .sort((a, b) => hours(a) - hours(b) || (a < b ? -1 : 1))
      .slice(0, gaps)
    for (const volunteer of free) roster.push({ shift: shift.shift, volunteer })
    for (let gap = free.length; gap < gaps; gap++) roster.push({ shift: shift.shift, volunteer: 'OPEN' })
    if (gaps > free.length) open.push(`${shift.shift}: ${gaps - free.length} open`)
    const named = roster.filter((one) => one.shift === shift.shift && one.volunteer !== 'OPEN')
    const event = calendar.events.find(({ summary }) => summary === shift.shift)
    if (event !== undefined) event.description = named.map(({ volunteer }) => volunteer).join(', ')
  }
  await writeTable('roster.csv', ['shift', 'volunteer'], roster)
  const [from, to] = [addressOf(services, 'helpers'), [addressOf(services, 'lead')]]
  if (open.length > 0) sendMail(services, { from, to, subject: 'Gaps', body: open.join('\n') })
  await saveServices(services)
}
