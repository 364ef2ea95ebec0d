import { readTable, writeJson } from '../../../../../kit/solve.ts'

/** Average ranks from 1 for the smallest. */
function ranks(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b)
  return values.map((value) => (sorted.indexOf(value) + sorted.lastIndexOf(value)) / 2 + 1)
}

function correlation(a: readonly number[], b: readonly number[]): number {
  const middle = (a.length + 1) / 2
  const cross = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((total, value, k) => total + (value - middle) * (v[k]! - middle), 0)
  return cross(a, b) / Math.sqrt(cross(a, a) * cross(b, b))
}

/** Spearman's rank correlation of x and y with average ranks for ties. */
export default async function solve(): Promise<void> {
  const rows = (await readTable('pairs.csv', ['id', 'x', 'y'])).filter(
    (row) => row.x!.trim() !== '' && row.y!.trim() !== '',
  )
  const x = ranks(rows.map((row) => Number(row.x)))
  const y = ranks(rows.map((row) => Number(row.y)))
  await writeJson('relation.json', {
    n: rows.length,
    rho: Math.round(correlation(x, y) * 1e6) / 1e6,
    ranks: Object.fromEntries(rows.map((row, k) => [row.id!, [x[k]!, y[k]!]])),
    disputed: rows
      .filter((_, k) => Math.abs(x[k]! - y[k]!) >= 2)
      .map((row) => row.id!)
      .sort(),
  })
}
