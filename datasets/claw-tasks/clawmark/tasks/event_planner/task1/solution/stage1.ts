import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Apply late answers to the guest list, order meals with spares and mail the order. */
export default async () => {
  const services = await openServices()
  const guests = new Map<string, Record<string, string>>()
  for (const row of await readTable('guests.csv', ['email', 'rsvp', 'diet'])) guests.set(row.email!.toLowerCase(), row)
  const strangers: Record<string, string>[] = []
  for (const { from, body } of mailOf(services, 'mara').filter(({ subject }) => subject === 'RSVP')) {
    const guest = guests.get(from.toLowerCase())
    if (guest === undefined) strangers.push({ address: from, request: body.replace(/\s+/g, ' ') })
    else {
      guest.rsvp = /^Answer: *(\w+)/m.exec(body)?.[1] ?? guest.rsvp!
      guest.diet = /^Diet: *(\S+)/m.exec(body)?.[1] ?? guest.diet!
    }
  }
  const order = new Map(['standard', 'vegetarian', 'vegan', 'gluten-free'].map((diet) => [diet, 0]))
  const coming = [...guests.values()].filter(({ rsvp }) => rsvp === 'yes')
  for (const { diet } of coming) order.set(diet || 'standard', (order.get(diet || 'standard') ?? 0) + 1)
  order.set('vegan', order.get('vegan')! + Math.ceil(coming.length / 10))
  const rows = [...order].map(([diet, meals]) => ({ diet, meals }))
  await writeTable('order.csv', ['diet', 'meals'], rows)
  await writeTable('open_questions.csv', ['address', 'request'], strangers)
  const lines = rows.map(({ diet, meals }) => `${diet}: ${meals}`)
  sendMail(services, {
    from: addressOf(services, 'mara'),
    to: [addressOf(services, 'caterer')],
    subject: 'Meal order',
    body: [...lines, `total: ${rows.reduce((sum, { meals }) => sum + meals, 0)}`].join('\n'),
  })
  await saveServices(services)
}
