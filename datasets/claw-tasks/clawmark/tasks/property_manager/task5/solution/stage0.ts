import type { Row } from '@lawbook/benchmarks'
import { openServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Share the running costs of a year over units by area, persons and unit. */
export default async () => {
  const services = await openServices()
  const units = services.notion.databases
    .find(({ title }) => title === 'Units')
    ?.rows.map(({ properties }) => properties)
  if (units === undefined) throw new Error('there is no database Units')
  const costs = await readTable('costs.csv', ['receipt', 'amount', 'key'])
  const once = [...new Map(costs.map((cost) => [cost.receipt!, cost])).values()]
  const sum = (key: string): number =>
    once.filter((cost) => cost.key === key).reduce((total, { amount }) => total + Number(amount), 0)
  const area = (text: unknown): number => {
    const size = Number.parseFloat(String(text))
    return Math.round(String(text).endsWith('sqft') ? size * 0.0929 : size)
  }
  const whole = (of: (unit: Row['properties']) => number): number => units.reduce((all, unit) => all + of(unit), 0)
  const rows = units.map((unit) => {
    const byArea = (sum('area') * area(unit.Area)) / whole(({ Area }) => area(Area))
    const byPersons = (sum('persons') * Number(unit.Persons)) / whole(({ Persons }) => Number(Persons))
    const byUnit = sum('unit') / units.length
    const [by_area, by_persons, by_unit] = [byArea.toFixed(2), byPersons.toFixed(2), byUnit.toFixed(2)]
    return { unit: String(unit.Unit), by_area, by_persons, by_unit, total: (byArea + byPersons + byUnit).toFixed(2) }
  })
  rows.sort((a, b) => (a.unit < b.unit ? -1 : 1))
  await writeTable('charges.csv', ['unit', 'by_area', 'by_persons', 'by_unit', 'total'], rows)
}
