import { addressOf, sendMail, sheetRows } from '@lawbook/benchmarks'
import { openServices, saveServices } from '../../../../../kit/services.ts'
import { readTable, writeTable } from '../../../../../kit/solve.ts'

/** Book late payments given in cents, skip what is booked, and close the month with balances. */
export default async () => {
  const services = await openServices()
  const units = sheetRows(services, 'Rent roll')?.slice(1)
  if (units === undefined) throw new Error('there is no sheet Rent roll')
  const unplaced = await readTable('unplaced.csv', ['bank_id', 'payer', 'amount'])
  const fees = await readTable('arrears.csv', ['unit', 'fee'])
  for (const line of await readTable('bank_june.csv', ['bank_id', 'payer', 'reference', 'amount_cents'])) {
    if (units.some((unit) => unit[5]!.split(';').includes(line.bank_id!))) continue
    const amount = Number(line.amount_cents) / 100
    const number = /\bu-\d+\b/i.exec(line.reference!)?.[0].toUpperCase()
    const unit = units.find(([name]) => name === number)
    if (unit === undefined) unplaced.push({ bank_id: line.bank_id!, payer: line.payer!, amount: amount.toFixed(2) })
    else {
      unit[4] = (Number(unit[4]) + amount).toFixed(2)
      unit[5] = [unit[5], line.bank_id].filter((id) => id !== '').join(';')
    }
  }
  const closing = units.map(([unit, , , rent, paid]) => {
    const owed = Number(rent) + Number(fees.find((row) => row.unit === unit)?.fee ?? 0)
    return { unit: unit!, owed, paid: Number(paid), balance: Number(paid) - owed }
  })
  await writeTable('unplaced.csv', ['bank_id', 'payer', 'amount'], unplaced)
  await writeTable('closing.csv', ['unit', 'owed', 'paid', 'balance'], closing)
  const balance = closing.reduce((sum, row) => sum + row.balance, 0).toFixed(2)
  sendMail(services, {
    from: addressOf(services, 'rents'),
    to: [addressOf(services, 'owner')],
    subject: 'May closed',
    body: `balance: ${balance}\nunplaced: ${unplaced.length}`,
  })
  await saveServices(services)
}
