import { readTable, writeJson } from '../../../../../kit/solve.ts'

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const round = (value: number): number => Math.round(value * 1e6) / 1e6

/** Squared standard error of a mean. */
function squaredError(values: readonly number[]): number {
  const middle = mean(values)
  const squares = values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0)
  return squares / (values.length - 1) / values.length
}

/** Welch's comparison of two sites, the first in the alphabet as reference, with a tabled critical value. */
export default async function solve(): Promise<void> {
  const rows = (await readTable('measurements.csv', ['site', 'value'])).filter((row) => row.value!.trim() !== '')
  const table = await readTable('t_table.csv', ['df', 't975'])
  const [reference, other, more] = [...new Set(rows.map((row) => row.site!))].sort()
  if (reference === undefined || other === undefined || more !== undefined) throw new Error('two sites are needed')
  const of = (site: string) => rows.filter((row) => row.site === site).map((row) => Number(row.value))
  const [a, b] = [of(reference), of(other)]
  const [va, vb] = [squaredError(a), squaredError(b)]
  const difference = mean(b) - mean(a)
  const error = Math.sqrt(va + vb)
  const df = ((va + vb) * (va + vb)) / ((va * va) / (a.length - 1) + (vb * vb) / (b.length - 1))
  const line = table.find((row) => Number(row.df) === Math.floor(df))
  if (line === undefined) throw new Error(`t_table.csv has no line for ${Math.floor(df)}`)
  const half = Number(line.t975) * error
  await writeJson('stats.json', {
    reference,
    other,
    n_reference: a.length,
    n_other: b.length,
    difference: round(difference),
    standard_error: round(error),
    t: round(difference / error),
    df: round(df),
    interval: [round(difference - half), round(difference + half)],
  })
}
