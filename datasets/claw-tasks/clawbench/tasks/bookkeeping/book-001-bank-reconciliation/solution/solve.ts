import { readTable, writeJson } from '../../../../../kit/solve.ts'

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const cents = (amount: string): number => Math.round(Number(amount) * 100)

/** Pair bank lines with bookings of the same amount within three days, nearest first, and list what is open. */
export default async function solve(): Promise<void> {
  const bank = await readTable('bank.csv', ['ref', 'date', 'amount'])
  const open = await readTable('ledger.csv', ['entry', 'booked', 'amount'])
  const alone = bank.filter((line) => {
    const away = (entry: Record<string, string>): number => Math.abs(day(entry.booked!) - day(line.date!))
    const near = open
      .filter((entry) => cents(entry.amount!) === cents(line.amount!) && away(entry) <= 3)
      .sort((a, b) => away(a) - away(b) || day(a.booked!) - day(b.booked!))[0]
    if (near !== undefined) open.splice(open.indexOf(near), 1)
    return near === undefined
  })
  const sum = (rows: Record<string, string>[]): number => rows.reduce((total, row) => total + cents(row.amount!), 0)
  await writeJson('open_items.json', {
    bank_only: alone.map((line) => line.ref!).sort(),
    ledger_only: open.map((entry) => Number(entry.entry)).sort((a, b) => a - b),
    matched: bank.length - alone.length,
    difference: (sum(alone) - sum(open)) / 100,
  })
}
