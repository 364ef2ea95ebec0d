import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Slots for the cars of expected guests, and the list of arrivals for the desk. */
export default async function parkCars(): Promise<void> {
  const services = await openServices()
  const guests = await readTable('guests.csv', ['email', 'car'])
  const rows = services.notion.databases.find(({ title }) => title === 'Visitors')?.rows
  const slots = sheetRows(services, 'Parking')
  if (rows === undefined || slots === null) throw new Error('the database Visitors or the sheet Parking is missing')
  const arrivals: { badge: string; name: string; firm: string; host: string; slot: string }[] = []
  const plates: string[] = []
  for (const { email, car } of guests) {
    const properties = rows.find((row) => row.properties.Email === email)?.properties
    if (properties?.Status !== 'expected') continue
    const slot = car === '' ? undefined : slots.slice(1).find((row) => (row[1] ?? '') === '')
    if (slot !== undefined) {
      slot[1] = car!
      plates.push(`${slot[0]}: ${car}`)
    }
    const [badge, name, firm, host] = ['Badge', 'Name', 'Firm', 'Host'].map((key) => String(properties[key])) as [
      string,
      string,
      string,
      string,
    ]
    arrivals.push({ badge, name, firm, host, slot: slot?.[0] ?? '' })
  }
  await writeTable(
    'arrivals.csv',
    ['badge', 'name', 'firm', 'host', 'slot'],
    arrivals.sort((a, b) => (a.badge < b.badge ? -1 : 1)),
  )
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'reception')],
    subject: 'Cars of today',
    body: plates.join('\n'),
  })
  await saveServices(services)
}
