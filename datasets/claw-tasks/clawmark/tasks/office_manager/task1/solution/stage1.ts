import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Free the desks of those whom HR withdrew, reseat who sits on a blocked desk, and tell facilities who moved. */
export default async function updateSeating(): Promise<void> {
  const services = await openServices()
  const people = await readTable('newcomers.csv', ['number', 'needs'])
  const seating = await readTable('seating.csv', ['number', 'name', 'desk'])
  const rows = services.notion.databases.find(({ title }) => title === 'Desks')?.rows
  if (rows === undefined) throw new Error('there is no database Desks')
  const withdrawn = mailOf(services, 'office')
    .filter(({ from, body }) => from === addressOf(services, 'people') && /withdraw/i.test(body))
    .flatMap(({ body }) => body.match(/\b\d{4}\b/g) ?? [])
  for (const { properties } of rows)
    if (withdrawn.includes(String(properties.Occupant))) {
      if (properties.Status === 'taken') properties.Status = 'free'
      properties.Occupant = ''
    }
  const moved: string[] = []
  const left = seating.filter(({ number }) => !withdrawn.includes(number!))
  for (const one of left) {
    const old = rows.find(({ properties }) => properties.Desk === one.desk)!
    if (old.properties.Status !== 'blocked') continue
    const need = people.find(({ number }) => number === one.number)!.needs!
    const next = rows
      .filter(({ properties }) => properties.Status === 'free' && properties.Zone === old.properties.Zone)
      .filter(({ properties }) => need === '' || String(properties.Features).split(';').includes(need))
      .sort((a, b) => (String(a.properties.Desk) < String(b.properties.Desk) ? -1 : 1))[0]
    if (next === undefined) throw new Error(`no desk is left for ${one.number}`)
    old.properties.Occupant = ''
    Object.assign(next.properties, { Status: 'taken', Occupant: one.number })
    moved.push(`${one.number}: from ${one.desk} to ${next.properties.Desk}`)
    one.desk = String(next.properties.Desk)
  }
  await writeTable('seating.csv', ['number', 'name', 'desk'], left)
  sendMail(services, {
    from: addressOf(services, 'office'),
    to: [addressOf(services, 'facilities')],
    subject: 'Desks that changed',
    body: moved.join('\n'),
  })
  await saveServices(services)
}
