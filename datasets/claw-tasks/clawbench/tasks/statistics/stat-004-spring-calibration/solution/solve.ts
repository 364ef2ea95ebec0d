import { readTable, writeJson } from '../../../../../kit/solve.ts'

const round = (value: number): number => Math.round(value * 1e6) / 1e6
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The least squares line of y on x, its residuals, and the x at which it reaches 10. */
export default async function solve(): Promise<void> {
  const rows = await readTable('pairs.csv', ['id', 'x', 'y'])
  const pairs = rows
    .filter((row) => row.x!.trim() !== '' && row.y!.trim() !== '')
    .map((row) => ({ id: row.id!, x: Number(row.x), y: Number(row.y) }))
  const n = pairs.length
  if (n < 3) throw new Error('fewer than three pairs')
  const mx = sum(pairs.map(({ x }) => x)) / n
  const my = sum(pairs.map(({ y }) => y)) / n
  const sxy = sum(pairs.map(({ x, y }) => (x - mx) * (y - my)))
  const sxx = sum(pairs.map(({ x }) => (x - mx) * (x - mx)))
  const syy = sum(pairs.map(({ y }) => (y - my) * (y - my)))
  const slope = sxy / sxx
  const intercept = my - slope * mx
  const off = ({ x, y }: { x: number; y: number }): number => Math.abs(y - intercept - slope * x)
  const squares = sum(pairs.map((pair) => off(pair) * off(pair)))
  await writeJson('relation.json', {
    n,
    slope: round(slope),
    intercept: round(intercept),
    r_squared: round((sxy * sxy) / (sxx * syy)),
    residual_sd: round(Math.sqrt(squares / (n - 2))),
    furthest: pairs.toSorted((a, b) => off(b) - off(a))[0]!.id,
    load_for_10mm: round((10 - intercept) / slope),
  })
}
