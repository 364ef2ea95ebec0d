import { addressOf, mailOf, sendMail } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Hold a kitchen's confirmation against the order, price it and correct what differs. */
export default async () => {
  const services = await openServices()
  const vendors = services.notion.databases.find(({ title }) => title === 'Vendors')
  const kitchen = vendors?.rows.find(({ properties }) => properties.Role === 'catering')
  if (kitchen === undefined) throw new Error('the database Vendors has no caterer')
  const order = await readTable('order.csv', ['diet', 'meals'])
  const confirmation = mailOf(services, 'mara').findLast(({ subject }) => subject === 'Order confirmation')
  if (confirmation === undefined) throw new Error('no order was confirmed')
  const confirmed = new Map([...confirmation.body.matchAll(/^([\w-]+): *(\d+)/gm)].map((line) => [line[1]!, line[2]!]))
  const differences = order
    .map(({ diet, meals }) => ({ diet: diet!, ordered: Number(meals), confirmed: Number(confirmed.get(diet!) ?? 0) }))
    .filter((line) => line.ordered !== line.confirmed)
  const meals = order.reduce((sum, row) => sum + Number(row.meals), 0)
  const cost = meals * Number(kitchen.properties['Price per meal'])
  await writeJson('confirmation_check.json', { differences, meals, cost })
  kitchen.properties.Status = differences.length > 0 ? 'corrected' : 'confirmed'
  if (differences.length > 0)
    sendMail(services, {
      from: addressOf(services, 'mara'),
      to: [confirmation.from],
      subject: 'Correction',
      body: differences.map(({ diet, ordered }) => `${diet}: ${ordered}`).join('\n'),
    })
  await saveServices(services)
}
