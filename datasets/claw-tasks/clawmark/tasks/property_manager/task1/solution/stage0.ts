import { sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Book incoming payments on units, by the number in the reference or by an unmistakable payer. */
export default async () => {
  const services = await openServices()
  const units = sheetRows(services, 'Rent roll')?.slice(1)
  if (units === undefined) throw new Error('there is no sheet Rent roll')
  const unplaced: Record<string, string>[] = []
  const seen = new Set<string>()
  for (const line of await readTable('bank.csv', ['bank_id', 'payer', 'reference', 'amount'])) {
    if (Number(line.amount) < 0 || seen.has(line.bank_id!)) continue
    seen.add(line.bank_id!)
    const number = /\bu-\d+\b/i.exec(line.reference!)?.[0].toUpperCase()
    const fitting = units.filter(([unit, tenant]) => (number === undefined ? tenant === line.payer : unit === number))
    const [unit] = fitting
    if (unit === undefined || fitting.length > 1) {
      unplaced.push({ bank_id: line.bank_id!, payer: line.payer!, amount: line.amount! })
      continue
    }
    unit[4] = (Number(unit[4]) + Number(line.amount)).toFixed(2)
    unit[5] = [unit[5], line.bank_id].filter((id) => id !== '').join(';')
  }
  await writeTable('unplaced.csv', ['bank_id', 'payer', 'amount'], unplaced)
  await saveServices(services)
}
