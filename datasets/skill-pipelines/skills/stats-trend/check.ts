import { cellNumber } from '../../checks/numbers.ts'
import { type Row, sameNumber } from '../../checks/rows.ts'
import { codeviation, meanOf, sampleOf } from '../../checks/samples.ts'
import { judgeProduced, type Step, sourcesOf, tableOf, textOf } from '../../checks/step.ts'

/** Slope, intercept, r² and n recomputed from sums of deviations. */
export default function check(step: Step): string[] {
  return judgeProduced(step, ['.json'], (name) => {
    const { rows } = tableOf(step.before, sourcesOf(step, ['.csv'])[0]!)
    const written = JSON.parse(textOf(step.after, name)) as Readonly<Record<string, unknown>>
    return Object.entries(line(rows, String(step.input.x), String(step.input.y))).flatMap(([key, value]) => {
      const found = written[key]
      const right = value === null ? found === null : typeof found === 'number' && sameNumber(found, value)
      return right ? [] : [`${key} is ${JSON.stringify(found)}, not ${value}`]
    })
  })
}

function line(rows: readonly Row[], xName: string, yName: string): Readonly<Record<string, number | null>> {
  const numeric = sampleOf(rows, xName).length > 0
  const at = (row: Row): number => (numeric ? cellNumber(row[xName]) : instant(row[xName] ?? '') / 86_400_000)
  const used = rows.filter((row) => Number.isFinite(at(row)) && Number.isFinite(cellNumber(row[yName])))
  const start = numeric ? 0 : used.reduce((least, row) => Math.min(least, at(row)), Number.POSITIVE_INFINITY)
  const [x, y] = [used.map((row) => at(row) - start), used.map((row) => cellNumber(row[yName]))]
  const slope = codeviation(x, y) / codeviation(x, x)
  const level = y.every((value) => value === y[0])
  return {
    slope,
    intercept: meanOf(y) - slope * meanOf(x),
    r2: level ? null : (slope * codeviation(x, y)) / codeviation(y, y),
    n: used.length,
  }
}

/** Milliseconds of an ISO month, date or time, which is read as UTC. */
function instant(text: string): number {
  const iso = text.trim().replace(' ', 'T')
  if (!/^\d{4}-\d\d/.test(iso)) return Number.NaN
  return Date.parse(iso.includes('T') && !iso.endsWith('Z') ? `${iso}Z` : iso)
}
