import { readTable, writeJson } from '../../../../../kit/solve.ts'

type Summary = { n: number; missing: number; mean: number | null; median: number | null; sd: number | null }

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text))
const round = (value: number): number => Math.round(value * 1e6) / 1e6

function summary(cells: readonly string[]): Summary {
  const values = cells
    .filter(isNumber)
    .map(Number)
    .sort((a, b) => a - b)
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return {
    n,
    missing: cells.length - n,
    mean: n > 0 ? round(mean) : null,
    median: n > 0 ? round((values[Math.floor((n - 1) / 2)]! + values[Math.floor(n / 2)]!) / 2) : null,
    sd: n > 1 ? round(Math.sqrt(squares / (n - 1))) : null,
  }
}

/** Count, missing, mean, median and sample standard deviation of every site. */
export default async function solve(): Promise<void> {
  const rows = await readTable('measurements.csv', ['sample', 'site', 'value'])
  const sites = [...new Set(rows.map((row) => row.site!))].sort()
  const cells = (site: string) => rows.filter((row) => row.site === site).map((row) => row.value!)
  await writeJson('stats.json', Object.fromEntries(sites.map((site) => [site, summary(cells(site))])))
}
