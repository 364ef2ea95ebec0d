import { readTable, writeJson } from '../../../../../kit/solve.ts'

type Sums = { count: number; gross: number; net: number; tax: number }
const away = (value: number): number => Math.sign(value) * Math.floor(Math.abs(value) + 0.5)

/** Take the contained tax out of every receipt and add up by rate, in whole cents. */
export default async function solve(): Promise<void> {
  const receipts = await readTable('receipts.csv', ['no', 'gross', 'rate'])
  const rates = new Map<string, Sums>()
  for (const receipt of receipts) {
    const rate = Number(receipt.rate)
    const gross = Math.round(Number(receipt.gross) * 100)
    const tax = away((gross * rate) / (100 + rate))
    const old = rates.get(String(rate)) ?? { count: 0, gross: 0, net: 0, tax: 0 }
    rates.set(String(rate), {
      count: old.count + 1,
      gross: old.gross + gross,
      net: old.net + gross - tax,
      tax: old.tax + tax,
    })
  }
  const inMoney = ({ count, gross, net, tax }: Sums): Sums => ({
    count,
    gross: gross / 100,
    net: net / 100,
    tax: tax / 100,
  })
  await writeJson('summary.json', {
    rates: Object.fromEntries([...rates].map(([rate, sums]) => [rate, inMoney(sums)])),
    total_tax: [...rates.values()].reduce((sum, { tax }) => sum + tax, 0) / 100,
  })
}
