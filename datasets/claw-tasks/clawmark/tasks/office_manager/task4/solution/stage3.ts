import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Close the visit: badges back into the box, hosts asked for those still out, slots free again. */
export default async function closeVisit(): Promise<void> {
  const services = await openServices()
  const back = (await readTable('returns.csv', ['badge'])).map(({ badge }) => badge!)
  const badges = await readTable('badges.csv', ['badge', 'state'])
  const cars = (await readTable('guests.csv', ['car'])).map(({ car }) => car!).filter((car) => car !== '')
  const rows = services.notion.databases.find(({ title }) => title === 'Visitors')?.rows
  const slots = sheetRows(services, 'Parking')
  if (rows === undefined || slots === null) throw new Error('the database Visitors or the sheet Parking is missing')
  const state = new Map(badges.map(({ badge, state }) => [badge!, state!]))
  for (const badge of back) state.set(badge, 'in box')
  for (const { properties } of rows) {
    if (properties.Status !== 'expected') continue
    if (back.includes(String(properties.Badge))) {
      properties.Status = 'left'
      continue
    }
    state.set(String(properties.Badge), 'with guest')
    sendMail(services, {
      from: addressOf(services, 'office'),
      to: [addressOf(services, String(properties.Host))],
      subject: `Badge ${properties.Badge} is missing`,
      body: `${properties.Name} of ${properties.Firm} still has badge ${properties.Badge}. Please ask for it.`,
    })
  }
  await writeTable(
    'badges.csv',
    ['badge', 'state'],
    [...state].map(([badge, state]) => ({ badge, state })),
  )
  for (const row of slots.slice(1)) if (cars.includes(row[1] ?? '')) row[1] = ''
  await saveServices(services)
}
