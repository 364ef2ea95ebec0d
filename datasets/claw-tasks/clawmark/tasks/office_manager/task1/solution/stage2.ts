import { addEvent } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Labels for the day on which move day stands in the calendar, and a first day a person. */
export default async function labelDesks(): Promise<void> {
  const services = await openServices()
  const events = services.calendar.calendars.find(({ name }) => name === 'House')?.events
  const moveDay = events?.find(({ summary }) => summary === 'Move day')
  if (events === undefined || moveDay === undefined) throw new Error('the calendar House has no event Move day')
  const people = await readTable('newcomers.csv', ['number', 'starts'])
  const seating = await readTable('seating.csv', ['number', 'name', 'desk'])
  const date = moveDay.dtstart.slice(0, 10)
  await writeTable(
    'labels.csv',
    ['desk', 'number', 'name', 'date'],
    [...seating].sort((a, b) => (a.desk! < b.desk! ? -1 : 1)).map((row) => ({ ...row, date })),
  )
  for (const { number, desk } of seating) {
    const day = people.find((one) => one.number === number)!.starts!
    addEvent(events, {
      uid: `first-day-${number}`,
      summary: `First day ${number}`,
      dtstart: `${day}T09:00:00`,
      dtend: `${day}T09:30:00`,
      location: desk!,
    })
  }
  await saveServices(services)
}
