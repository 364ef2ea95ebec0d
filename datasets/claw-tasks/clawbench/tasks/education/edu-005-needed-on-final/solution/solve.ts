import { readJson, readTable, writeTable } from '../../../../../kit/solve.ts'

type Category = { weight: number; items: { id: string; max: number }[] }
type Scheme = { categories: Category[]; letters: { from: number; letter: string }[]; target: string; open_item: string }

/** Points on the open item that still reach the target, per student. */
export default async function solve(): Promise<void> {
  const rows = await readTable('grades.csv', ['student', 'item', 'points'])
  const { categories, letters, target, open_item } = await readJson<Scheme>('scheme.json')
  const open = categories.find(({ items }) => items.some(({ id }) => id === open_item))
  const threshold = letters.find(({ letter }) => letter === target)?.from
  if (open === undefined || threshold === undefined) throw new Error('scheme.json names no open item or target')
  const max = open.items[0]!.max
  const points = new Map(rows.map((row) => [`${row.student} ${row.item}`, row.points!.trim()]))
  const table = [...new Set(rows.map((row) => row.student!))].sort().map((student) => {
    const done = categories.flatMap((category) => {
      const shares = category.items
        .map(({ id, max }) => ({ cell: points.get(`${student} ${id}`) ?? '', max }))
        .filter(({ cell }) => cell !== 'ex' && category !== open)
        .map(({ cell, max }) => (Number(cell) / max) * 100)
      const percent = shares.reduce((sum, share) => sum + share, 0) / shares.length
      return shares.length === 0 ? [] : [{ weight: category.weight, percent }]
    })
    const weights = done.reduce((sum, { weight }) => sum + weight, 0)
    const earned = done.reduce((sum, { weight, percent }) => sum + weight * percent, 0)
    const percent = (threshold * (weights + open.weight) - earned) / open.weight
    const needed = Math.max(0, Math.ceil((percent / 100) * max * 2 - 1e-9) / 2)
    const current = Math.floor((earned / weights) * 10 + 0.5 + 1e-9) / 10
    const verdict = needed === 0 ? 'safe' : needed > max ? 'impossible' : 'open'
    return { student, current: current.toFixed(1), needed: needed.toFixed(1), verdict }
  })
  await writeTable('standing.csv', ['student', 'current', 'needed', 'verdict'], table)
}
