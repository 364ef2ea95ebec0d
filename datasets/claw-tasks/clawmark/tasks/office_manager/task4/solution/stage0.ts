import { addRow, addressOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable } from '../../../../../kit/solve.ts'

/** Register the guests, each address once, with badges for who has signed; hosts hear who has not. */
export default async function registerGuests(): Promise<void> {
  const services = await openServices()
  const guests = await readTable('guests.csv', ['name', 'email', 'firm', 'host', 'nda'])
  const box = (await readTable('badges.csv', ['badge', 'state']))
    .filter(({ state }) => state === 'in box')
    .map(({ badge }) => badge!)
    .sort()
  const visitors = services.notion.databases.find(({ title }) => title === 'Visitors')
  if (visitors === undefined) throw new Error('there is no database Visitors')
  const known = new Set<string>()
  const unsigned = new Map<string, string[]>()
  for (const { name, email, firm, host, nda } of guests) {
    if (known.has(email!.toLowerCase())) continue
    known.add(email!.toLowerCase())
    const signed = nda === 'signed'
    addRow(visitors, {
      Name: name!,
      Email: email!,
      Firm: firm!,
      Host: host!,
      Badge: signed ? box.shift()! : '',
      Status: signed ? 'expected' : 'nda missing',
    })
    if (!signed) unsigned.set(host!, [...(unsigned.get(host!) ?? []), `${name}, ${firm}`])
  }
  for (const [host, names] of unsigned)
    sendMail(services, {
      from: addressOf(services, 'office'),
      to: [addressOf(services, host)],
      subject: 'Agreements still missing',
      body: names.join('\n'),
    })
  await saveServices(services)
}
