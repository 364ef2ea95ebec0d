import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Count who dines, by diet, and tell the kitchen's row. */
export default async () => {
  const services = await openServices()
  const vendors = services.notion.databases.find(({ title }) => title === 'Vendors')
  const kitchen = vendors?.rows.find(({ properties }) => properties.Role === 'catering')
  if (kitchen === undefined) throw new Error('the database Vendors has no caterer')
  const guests = new Map<string, Record<string, string>>()
  for (const row of await readTable('guests.csv', ['email', 'rsvp', 'diet'])) guests.set(row.email!.toLowerCase(), row)
  const coming = [...guests.values()].filter(({ rsvp }) => rsvp === 'yes')
  const count: Record<string, number> = {
    coming: coming.length,
    standard: 0,
    vegetarian: 0,
    vegan: 0,
    'gluten-free': 0,
  }
  for (const { diet } of coming) count[diet || 'standard'] = (count[diet || 'standard'] ?? 0) + 1
  await writeJson('headcount.json', count)
  Object.assign(kitchen.properties, { Headcount: coming.length, Status: 'counted' })
  await saveServices(services)
}
