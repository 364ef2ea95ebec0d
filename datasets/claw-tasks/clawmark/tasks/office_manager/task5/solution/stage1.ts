import { openServices, saveServices } from '../../../../../kit/services.ts'
import { filesBelow, readText } from '../../../../../kit/solve.ts'

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** The end minus a period in weeks or calendar months. */
function before(end: string, notice: string): string {
  const count = Number.parseInt(notice, 10)
  const [year, month, day] = end.split('-').map(Number) as [number, number, number]
  if (notice.includes('week')) return iso(Date.UTC(year, month - 1, day - 7 * count))
  const length = new Date(Date.UTC(year, month - count, 0)).getUTCDate()
  return iso(Date.UTC(year, month - 1 - count, Math.min(day, length)))
}

/** Enter the periods that letters announce, then move every reminder that no longer fits the register. */
export default async function alignReminders(): Promise<void> {
  const services = await openServices()
  const contracts = services.notion.databases.find(({ title }) => title === 'Contracts')?.rows
  const house = services.calendar.calendars.find(({ name }) => name === 'House')?.events
  if (contracts === undefined || house === undefined) throw new Error('Contracts or House is missing')
  const letters = (await filesBelow()).filter((name) => name.startsWith('letter_'))
  if (letters.length === 0) throw new Error('there is no letter')
  for (const letter of await Promise.all(letters.map(readText))) {
    const [, name, period] = /contract "([^"]+)" is (\d+ \w+)/.exec(letter) ?? []
    const row = contracts.find(({ properties }) => properties.Contract === name)
    if (row === undefined || period === undefined) throw new Error('a letter names no contract and period')
    row.properties.Notice = period
  }
  for (const { properties } of contracts) {
    const event = house.find(({ summary }) => summary === `Notice: ${properties.Contract}`)
    if (event === undefined || properties.Status !== 'active') continue
    const last = before(String(properties.Ends), String(properties.Notice))
    const day = iso(Date.parse(`${last}T00:00:00Z`) - 14 * 86_400_000)
    const description = `last day for notice: ${last}`
    Object.assign(event, { dtstart: `${day}T09:00:00`, dtend: `${day}T09:15:00`, description })
  }
  await saveServices(services)
}
