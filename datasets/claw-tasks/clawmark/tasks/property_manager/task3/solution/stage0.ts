import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Charge what a tenant damaged, less what its age has used up. */
export default async () => {
  const services = await openServices()
  const lease = services.notion.databases
    .find(({ title }) => title === 'Leases')
    ?.rows.find(({ properties }) => properties.Status === 'moving out')?.properties
  if (lease === undefined) throw new Error('no lease in Leases is moving out')
  const before = await readTable('handover_in.csv', ['room', 'item', 'state'])
  const prices = await readTable('prices.csv', ['item', 'price', 'lifetime_years'])
  const after = new Date(Date.parse(`${lease['Move out']}T00:00:00Z`) + 86_400_000).toISOString()
  const [from, to] = [String(lease['Move in']), after.slice(0, 10)]
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4)) - (to.slice(4) < from.slice(4) ? 1 : 0)
  const charged = new Map<string, Record<string, string>>()
  for (const { room, item, state } of await readTable('handover_out.csv', ['room', 'item', 'state'])) {
    const old = before.find((one) => one.room === room && one.item === item)
    if (state !== 'damaged' || old?.state === 'damaged') continue
    const price = prices.find((one) => one.item === item)
    if (price === undefined) throw new Error(`there is no price for ${item}`)
    const left = Math.max(0, 1 - years / Number(price.lifetime_years))
    charged.set(`${room}/${item}`, { room: room!, item: item!, charge: (Number(price.price) * left).toFixed(2) })
  }
  await writeTable('damages.csv', ['room', 'item', 'charge'], [...charged.values()])
  lease.Damages = [...charged.values()].reduce((sum, { charge }) => sum + Number(charge), 0)
  lease.Status = 'inspected'
  await saveServices(services)
}
