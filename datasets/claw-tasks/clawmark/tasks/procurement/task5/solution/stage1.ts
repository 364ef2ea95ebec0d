import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readText, writeTable } from '../../../../../kit/solve.ts'

/** Claim the penalty of the clause for every order that came too late. */
export default async function claimPenalties(): Promise<void> {
  const services = await openServices()
  const clause = await readText('clause.md')
  const [rate, most] = [...clause.matchAll(/([\d.]+) %/g)].map((match) => Number(match[1])) as [number, number]
  const [head, ...orders] = sheetRows(services, 'Orders') ?? []
  const suppliers = services.notion.databases.find(({ title }) => title === 'Suppliers')?.rows
  if (head === undefined || suppliers === undefined) throw new Error('Orders or Suppliers is missing')
  const claims: { order: string; days_late: number; claim: string }[] = []
  const told = new Map<string, string[]>()
  for (const row of orders) {
    const cell = (name: string): string => row[head.indexOf(name)] ?? ''
    const late = (Date.parse(`${cell('received')}T00:00:00Z`) - Date.parse(`${cell('due')}T00:00:00Z`)) / 86_400_000
    if (!(late > 2)) continue
    const share = Math.min(rate * Math.ceil(late / 7), most) / 100
    const claim = (share * Number(cell('quantity')) * Number(cell('price'))).toFixed(2)
    claims.push({ order: cell('order'), days_late: late, claim })
    row[head.indexOf('status')] = 'claimed'
    told.set(cell('supplier'), [...(told.get(cell('supplier')) ?? []), `Order ${cell('order')}: ${claim}`])
  }
  await writeTable('claims.csv', ['order', 'days_late', 'claim'], claims)
  for (const [supplier, lines] of told)
    sendMail(services, {
      from: addressOf(services, 'buyer'),
      to: [String(suppliers.find(({ properties }) => properties.Supplier === supplier)!.properties.Mail)],
      subject: 'Claim for late delivery',
      body: lines.join('\n'),
    })
  await saveServices(services)
}
