import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

const day = '2027-06-09'

/** Take signatures from guests themselves, and hand the guests of hosts who are away to their deputies. */
export default async function settleHosts(): Promise<void> {
  const services = await openServices()
  const badges = await readTable('badges.csv', ['badge', 'state'])
  const deputies = await readTable('deputies.csv', ['host', 'deputy'])
  const guests = (await readTable('guests.csv', ['email'])).map(({ email }) => email!.toLowerCase())
  const rows = services.notion.databases.find(({ title }) => title === 'Visitors')?.rows
  const house = services.calendar.calendars.find(({ name }) => name === 'House')?.events
  if (rows === undefined || house === undefined)
    throw new Error('the database Visitors or the calendar House is missing')
  const signers = mailOf(services, 'office')
    .filter(({ body }) => /signed/i.test(body))
    .map(({ from }) => from.toLowerCase())
  for (const { properties } of rows) {
    if (properties.Status !== 'nda missing' || !signers.includes(String(properties.Email).toLowerCase())) continue
    const badge = badges
      .filter(({ badge, state }) => state === 'in box' && !rows.some((row) => row.properties.Badge === badge))
      .map(({ badge }) => badge!)
      .sort()[0]
    Object.assign(properties, { Status: 'expected', Badge: badge })
  }
  const away = house
    .filter(({ dtstart, dtend }) => dtstart.slice(0, 10) <= day && dtend.slice(0, 10) >= day)
    .map(({ summary }) => /^(\w+) away$/.exec(summary)?.[1]?.toLowerCase())
  for (const { host, deputy } of deputies.filter(({ host }) => away.includes(host))) {
    const taken = rows.filter(
      ({ properties }) => properties.Host === host && guests.includes(String(properties.Email).toLowerCase()),
    )
    for (const { properties } of taken) properties.Host = deputy!
    sendMail(services, {
      from: addressOf(services, 'office'),
      to: [addressOf(services, deputy!)],
      subject: `You receive guests for ${host}`,
      body: taken.map(({ properties }) => `${properties.Name}, ${properties.Firm}`).join('\n'),
    })
  }
  await saveServices(services)
}
