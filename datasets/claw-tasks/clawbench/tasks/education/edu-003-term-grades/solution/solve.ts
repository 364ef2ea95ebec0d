import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Category = { name: string; weight: number; drop_lowest?: number; items: { id: string; max: number }[] }
type Scheme = { categories: Category[]; letters: { from: number; letter: string }[] }

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

/** Weighted percentages with drops and excuses, and their letters. */
export default async function solve(): Promise<void> {
  const rows = await readTable('grades.csv', ['student', 'item', 'points'])
  const { categories, letters } = await readJson<Scheme>('scheme.json')
  const points = new Map(rows.map((row) => [`${row.student} ${row.item}`, row.points!.trim()]))
  const table = [...new Set(rows.map((row) => row.student!))].sort().map((student) => {
    const counted = categories.flatMap(({ weight, drop_lowest = 0, items }) => {
      const shares = items
        .map(({ id, max }) => ({ cell: points.get(`${student} ${id}`) ?? '', max }))
        .filter(({ cell }) => cell !== 'ex')
        .map(({ cell, max }) => (Number(cell) / max) * 100)
        .sort((a, b) => a - b)
      const kept = shares.slice(Math.min(drop_lowest, shares.length - 1))
      return shares.length === 0 ? [] : [{ weight, percent: mean(kept) }]
    })
    const weights = counted.reduce((sum, { weight }) => sum + weight, 0)
    const exact = counted.reduce((sum, { weight, percent }) => sum + weight * percent, 0) / weights
    const percent = Math.floor(exact * 10 + 0.5 + 1e-9) / 10
    const reached = letters.filter(({ from }) => percent >= from).sort((a, b) => b.from - a.from)
    return { student, percent: percent.toFixed(1), letter: reached[0]?.letter ?? '' }
  })
  await writeTable('standing.csv', ['student', 'percent', 'letter'], table)
}
