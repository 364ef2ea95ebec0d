import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Title = { title: string; copies: { no: string }[] }
type Rules = { today: string; fee_per_day: number; fee_cap: number }

const day = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / 86_400_000

/** Loans that are not back and were due before today, with borrower, title, days and capped fee. */
export default async function solve(): Promise<void> {
  const members = await readTable('members.csv', ['member', 'name'])
  const loans = await readTable('loans.csv', ['loan', 'member', 'copy', 'due', 'back'])
  const titles = await readJson<Title[]>('titles.json')
  const { today, fee_per_day, fee_cap } = await readJson<Rules>('rules.json')
  if (fee_per_day === undefined || fee_cap === undefined) throw new Error('rules.json has no fees')
  const late = loans
    .filter(({ due, back }) => back === '' && day(due!) < day(today))
    .map((loan) => {
      const days = day(today) - day(loan.due!)
      return {
        loan: loan.loan!,
        name: members.find(({ member }) => member === loan.member)?.name ?? '',
        title: titles.find(({ copies }) => copies.some(({ no }) => no === loan.copy))?.title ?? '',
        days,
        fee: Math.min(fee_cap, days * fee_per_day).toFixed(2),
      }
    })
  late.sort((a, b) => b.days - a.days || (a.loan < b.loan ? -1 : 1))
  await writeTable('result.csv', ['loan', 'name', 'title', 'days', 'fee'], late)
}
