import { addressOf, mailOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

const today = '2027-05-02'

/** Decide refund requests by policy and order list, and enter what is to be paid or approved. */
export default async () => {
  const services = await openServices()
  const sheet = sheetRows(services, 'Refunds')
  if (sheet === null) throw new Error('there is no sheet Refunds')
  const policy = await readText('policy.md')
  const days = Number(/the (\d+)th day/.exec(policy)?.[1])
  const limit = Number(/Above ([\d.]+)/.exec(policy)?.[1])
  const approver = /\((\S+@\S+)\) can approve/.exec(policy)?.[1]
  if (!(days > 0 && limit > 0) || approver === undefined) throw new Error('the policy names no days, limit or approver')
  const orders = await readTable('orders.csv', ['order', 'email', 'delivered', 'kind', 'price'])
  const decisions = new Map<string, string>()
  for (const { subject, from } of mailOf(services, 'refunds')) {
    const order = orders.find((one) => subject === `Refund ${one.order}`)
    if (order === undefined || decisions.get(order.order!) !== undefined) continue
    const age = (Date.parse(today) - Date.parse(order.delivered!)) / 86_400_000
    const allowed = from === order.email && order.kind === 'goods' && age <= days
    decisions.set(order.order!, !allowed ? 'refuse' : Number(order.price) > limit ? 'approval' : 'refund')
  }
  const asked: string[] = []
  for (const [id, decision] of decisions) {
    const price = orders.find(({ order }) => order === id)!.price!
    if (decision !== 'refuse') sheet.push([id, price, decision === 'refund' ? 'to pay' : 'waiting'])
    if (decision === 'approval') asked.push(`${id}: ${price}`)
  }
  const rows = [...decisions].map(([order, decision]) => ({ order, decision }))
  await writeTable('decisions.csv', ['order', 'decision'], rows)
  const from = addressOf(services, 'refunds')
  if (asked.length > 0) sendMail(services, { from, to: [approver], subject: 'Approval', body: asked.join('\n') })
  await saveServices(services)
}
