import { readTable, writeJson, writeTable } from '../../../../../kit/solve.ts'

type Row = { born: string; postcode: string; sex: string; finding: string }
const least = 3
const group = (row: Row): string => `${row.born}|${row.postcode}|${row.sex}`

function sizes(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows) counts.set(group(row), (counts.get(group(row)) ?? 0) + 1)
  return counts
}

/** Coarsen, hide the sex of small groups, drop what is still in a small group. */
export default async function solve(): Promise<void> {
  const people = await readTable('people.csv', ['name', 'born', 'postcode', 'sex', 'finding'])
  const coarse = people.map((row) => {
    const decade = row.born!.trim().slice(0, 3)
    const area = `${row.postcode!.trim().slice(0, 2)}xxx`
    return { born: `${decade}0-${decade}9`, postcode: area, sex: row.sex!, finding: row.finding! }
  })
  const first = sizes(coarse)
  const masked = coarse.map((row) => (first.get(group(row))! < least ? { ...row, sex: '*' } : row))
  const second = sizes(masked)
  const kept = masked.filter((row) => second.get(group(row))! >= least)
  await writeTable('release.csv', ['born', 'postcode', 'sex', 'finding'], kept)
  await writeJson('release_report.json', {
    rows_in: people.length,
    rows_out: kept.length,
    masked: kept.filter((row) => row.sex === '*').length,
    dropped: people.length - kept.length,
    smallest_group: Math.min(...sizes(kept).values()),
  })
}
