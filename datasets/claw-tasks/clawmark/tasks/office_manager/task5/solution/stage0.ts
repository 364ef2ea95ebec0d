import { addEvent, type Row } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { writeTable } from '../../../../../kit/solve.ts'

const today = '2027-02-01'
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The last day for notice: calendar months before the end, held within the month. */
function lastDay({ properties }: Row): string {
  const [year, month, day] = String(properties.Ends).split('-').map(Number) as [number, number, number]
  const months = Number.parseInt(String(properties.Notice), 10)
  const length = new Date(Date.UTC(year, month - months, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 - months, Math.min(day, length)))
}

/** A reminder two weeks before the last day for notice of every active contract; what is past is listed. */
export default async function remindOfNotice(): Promise<void> {
  const services = await openServices()
  const contracts = services.notion.databases.find(({ title }) => title === 'Contracts')?.rows
  const house = services.calendar.calendars.find(({ name }) => name === 'House')?.events
  if (contracts === undefined || house === undefined) throw new Error('Contracts or House is missing')
  const late: { contract: string; last_day: string }[] = []
  for (const row of contracts.filter(({ properties }) => properties.Status === 'active')) {
    const contract = String(row.properties.Contract)
    const last = lastDay(row)
    if (last < today) {
      late.push({ contract, last_day: last })
      continue
    }
    const day = iso(Date.parse(`${last}T00:00:00Z`) - 14 * 86_400_000)
    addEvent(house, {
      summary: `Notice: ${contract}`,
      dtstart: `${day}T09:00:00`,
      dtend: `${day}T09:15:00`,
      description: `last day for notice: ${last}`,
    })
  }
  await writeTable('too_late.csv', ['contract', 'last_day'], late)
  await saveServices(services)
}
