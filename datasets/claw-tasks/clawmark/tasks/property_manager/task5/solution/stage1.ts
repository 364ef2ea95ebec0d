import { addressOf, type Row, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Make out statements: charges for the months let against prepayments, and mail the balances. */
export default async () => {
  const services = await openServices()
  const units = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.map(({ properties }) => properties)
  const prepayments = sheetRows(services, 'Prepayments')
  if (units === undefined || prepayments === null) throw new Error('Units or Prepayments is missing')
  const costs = await readTable('costs.csv', ['receipt', 'amount', 'key'])
  const once = [...new Map(costs.map((cost) => [cost.receipt!, cost])).values()]
  const weights: Record<string, (unit: Row['properties']) => number> = {
    area: ({ Area }) => Math.round(Number.parseFloat(String(Area)) * (String(Area).endsWith('sqft') ? 0.0929 : 1)),
    persons: ({ Persons }) => Number(Persons),
    unit: () => 1,
  }
  const part = (unit: Row['properties'], key: string): number => {
    const sum = once.filter((cost) => cost.key === key).reduce((total, { amount }) => total + Number(amount), 0)
    return (sum * weights[key]!(unit)) / units.reduce((all, one) => all + weights[key]!(one), 0)
  }
  const charges: Record<string, string>[] = []
  const statements: Record<string, string>[] = []
  for (const unit of units) {
    const parts = Object.keys(weights).map((key) => part(unit, key))
    const total = parts.reduce((sum, one) => sum + one, 0)
    const [by_area = '', by_persons = '', by_unit = ''] = parts.map((one) => one.toFixed(2))
    charges.push({ unit: String(unit.Unit), by_area, by_persons, by_unit, total: total.toFixed(2) })
    const [, amount, every] = prepayments.find(([name]) => name === unit.Unit)!
    const months = Number(unit['Months let'])
    const prepaid = (Number(amount) * months) / (every === 'quarter' ? 3 : 1)
    const charge = (total * months) / 12
    const balance = (prepaid - charge).toFixed(2)
    statements.push({ unit: String(unit.Unit), charge: charge.toFixed(2), prepaid: prepaid.toFixed(2), balance })
    sendMail(services, {
      from: addressOf(services, 'charges'),
      to: [String(unit.Email)],
      subject: 'Statement 2026',
      body: `balance: ${balance}`,
    })
  }
  await writeTable('charges.csv', ['unit', 'by_area', 'by_persons', 'by_unit', 'total'], charges)
  await writeTable('statements.csv', ['unit', 'charge', 'prepaid', 'balance'], statements)
  await saveServices(services)
}
