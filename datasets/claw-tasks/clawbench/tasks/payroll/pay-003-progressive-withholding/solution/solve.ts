import { parse } from 'yaml'
import { readTable, readText, writeTable } from '../../../../../kit/solve.ts'

type Tariff = {
  brackets: { above: number; percent: number }[]
  allowance: Record<string, number>
  allowance_per_child: number
}

/** Withhold the monthly share of a progressive tax of the year. */
export default async function solve(): Promise<void> {
  const salaries = await readTable('salaries.csv', ['employee', 'gross', 'class', 'children'])
  const { brackets, allowance, allowance_per_child } = parse(await readText('tax.yaml')) as Tariff
  const steps = [...brackets].sort((a, b) => a.above - b.above)
  const rows = salaries.map(({ employee, gross, class: group, children }) => {
    const cents = Math.round(Number(gross) * 100)
    const own = allowance[group!]
    if (own === undefined) throw new Error(`the tariff has no class ${group}`)
    const taxable = Math.max(0, Math.floor((cents * 12) / 100 - own - allowance_per_child * Number(children)))
    const hundredths = steps.reduce((sum, { above, percent }, i) => {
      const part = Math.min(taxable, steps[i + 1]?.above ?? taxable) - above
      return sum + Math.max(0, part) * percent
    }, 0)
    const tax = Math.floor(hundredths / 12)
    return { employee: employee!, taxable, tax: (tax / 100).toFixed(2), net: ((cents - tax) / 100).toFixed(2) }
  })
  await writeTable('net.csv', ['employee', 'taxable', 'tax', 'net'], rows)
}
