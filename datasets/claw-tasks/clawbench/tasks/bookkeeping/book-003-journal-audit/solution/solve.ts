import { readTable, writeJson } from '../../../../../kit/solve.ts'

type Line = Record<string, string>
const cents = (amount: string): number => Math.round(Number(amount.trim() || '0') * 100)

/** Go through the entries of a journal and list those with a formal defect, by kind. */
export default async function solve(): Promise<void> {
  const known = new Set((await readTable('accounts.csv', ['account'])).map(({ account }) => account!.trim()))
  const lines = await readTable('journal.csv', ['entry', 'date', 'account', 'debit', 'credit'])
  const entries = new Map<number, Line[]>()
  for (const line of lines) entries.set(Number(line.entry), [...(entries.get(Number(line.entry)) ?? []), line])
  const numbers = [...entries.keys()].sort((a, b) => a - b)
  const where = (wrong: (own: Line[]) => boolean): number[] => numbers.filter((number) => wrong(entries.get(number)!))
  const defects = {
    unbalanced: where((own) => own.reduce((sum, line) => sum + cents(line.debit!) - cents(line.credit!), 0) !== 0),
    unknown_account: where((own) => own.some((line) => !known.has(line.account!.trim()))),
    line_amounts: where((own) => own.some((line) => (cents(line.debit!) !== 0) === (cents(line.credit!) !== 0))),
    dates: where((own) => new Set(own.map((line) => line.date)).size > 1),
  }
  const bad = new Set(Object.values(defects).flat())
  const span = Array.from({ length: numbers.at(-1)! - numbers[0]! + 1 }, (_, i) => numbers[0]! + i)
  await writeJson('report.json', {
    ...defects,
    missing: span.filter((number) => !entries.has(number)),
    clean: numbers.filter((number) => !bad.has(number)).length,
  })
}
