import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Row = Record<string, string>
const columns = ['no', 'date', 'payee', 'gross', 'rate', 'category']
const day = (row: Row): number => Date.parse(`${row.date}T00:00:00Z`) / 86_400_000
const cents = (row: Row): number => Math.round(Number(row.gross) * 100)
const plain = (row: Row): string => row.payee!.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** Keep the first of every purchase and list its repeats. */
export default async function solve(): Promise<void> {
  const rows = await readTable('receipts.csv', columns)
  const kept = new Map<Row, number[]>()
  let overstated = 0
  for (const row of [...rows].sort((a, b) => day(a) - day(b) || Number(a.no) - Number(b.no))) {
    const first = [...kept.keys()].find(
      (one) => plain(one) === plain(row) && cents(one) === cents(row) && day(row) - day(one) <= 7,
    )
    if (first === undefined) kept.set(row, [])
    else {
      kept.get(first)!.push(Number(row.no))
      overstated += cents(row)
    }
  }
  const groups = [...kept]
    .filter(([, drop]) => drop.length > 0)
    .map(([row, drop]) => ({ keep: Number(row.no), drop: drop.sort((a, b) => a - b) }))
  await writeTable(
    'receipts_clean.csv',
    columns,
    rows.filter((row) => kept.has(row)),
  )
  await writeJson('summary.json', { groups: groups.sort((a, b) => a.keep - b.keep), overstated: overstated / 100 })
}
