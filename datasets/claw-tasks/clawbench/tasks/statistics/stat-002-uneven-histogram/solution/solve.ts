import { readJson, readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

/** Counts and densities in bins that contain their lower edge; the last contains both. */
export default async function solve(): Promise<void> {
  const { edges } = await readJson<{ edges?: number[] }>('bins.json')
  if (edges === undefined || edges.length < 2) throw new Error('bins.json has no edges')
  const rows = await readTable('measurements.csv', ['value'])
  const values = rows.filter((row) => row.value!.trim() !== '').map((row) => Number(row.value))
  const first = edges[0]!
  const last = edges[edges.length - 1]!
  const inside = values.filter((value) => value >= first && value <= last)
  const table = edges.slice(1).map((to, k) => {
    const from = edges[k]!
    const count = inside.filter((value) => value >= from && (value < to || (to === last && value === last))).length
    return { from, to, count, density: (count / inside.length / (to - from)).toFixed(7) }
  })
  await writeTable('histogram.csv', ['from', 'to', 'count', 'density'], table)
  await writeJson('outside.json', {
    below: values.filter((value) => value < first).length,
    above: values.filter((value) => value > last).length,
  })
}
