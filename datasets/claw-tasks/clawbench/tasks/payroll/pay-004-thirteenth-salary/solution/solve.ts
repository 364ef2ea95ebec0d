import { readTable, writeTable } from '../../../../../kit/solve.ts'

const year = 2026
const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000
const months = Array.from({ length: 12 }, (_, i) => ({
  first: Date.UTC(year, i, 1) / 86_400_000,
  last: Date.UTC(year, i + 1, 0) / 86_400_000,
}))

/** Grant a twelfth of a salary per full month that was not mostly unpaid. */
export default async function solve(): Promise<void> {
  const people = await readTable('employees.csv', ['employee', 'joined', 'left', 'salary'])
  const leave = await readTable('leave.csv', ['employee', 'kind', 'from', 'to'])
  const rows = people.map(({ employee, joined, left, salary }) => {
    const from = day(joined!)
    const to = left === '' ? Number.POSITIVE_INFINITY : day(left!)
    const unpaid = leave.filter((row) => row.employee === employee && row.kind === 'unpaid')
    const away = (first: number, last: number): number =>
      unpaid.reduce(
        (sum, row) => sum + Math.max(0, Math.min(day(row.to!), last) - Math.max(day(row.from!), first) + 1),
        0,
      )
    const entitled = from <= day(`${year}-06-30`) && to >= day(`${year}-11-30`)
    const counted = months.filter(({ first, last }) => from <= first && to >= last && away(first, last) <= 15).length
    const granted = entitled ? counted : 0
    const cents = Math.round((Math.round(Number(salary) * 100) * granted) / 12)
    return { employee: employee!, months: granted, amount: (cents / 100).toFixed(2) }
  })
  await writeTable('entitlements.csv', ['employee', 'months', 'amount'], rows)
}
