import type { Row } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

/** Zones by team as the first rule tells them: "Data sits in North". */
async function zones(): Promise<Map<string, string>> {
  const rules = await readText('rules.md')
  return new Map(
    [...rules.matchAll(/(\w+) sits in (\w+)|, (\w+) in (\w+)/g)].map((m) => [m[1] ?? m[3]!, m[2] ?? m[4]!]),
  )
}

/** Give every newcomer a desk: needs first, then starting day, then number; the first free desk of the zone that fits. */
export default async function seatNewcomers(): Promise<void> {
  const zoneOf = await zones()
  const people = await readTable('newcomers.csv', ['number', 'name', 'team', 'needs', 'starts'])
  const services = await openServices()
  const database = services.notion.databases.find(({ title }) => title === 'Desks')
  if (database === undefined) throw new Error('there is no database Desks')
  const code = (row: Row): string => String(row.properties.Desk)
  const desks = [...database.rows].sort((a, b) => (code(a) < code(b) ? -1 : 1))
  const key = (one: Record<string, string>): string => `${one.needs === '' ? 1 : 0} ${one.starts} ${one.number}`
  const given = new Map<string, string>()
  for (const one of [...people].sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
    const desk = desks.find(
      ({ properties }) =>
        properties.Status === 'free' &&
        properties.Zone === zoneOf.get(one.team!) &&
        (one.needs === '' || String(properties.Features).split(';').includes(one.needs!)),
    )
    if (desk === undefined) throw new Error(`no desk is left for ${one.number}`)
    Object.assign(desk.properties, { Status: 'taken', Occupant: one.number })
    given.set(one.number!, code(desk))
  }
  await writeTable(
    'seating.csv',
    ['number', 'name', 'desk'],
    people.map(({ number, name }) => ({ number: number!, name: name!, desk: given.get(number!)! })),
  )
  await saveServices(services)
}
