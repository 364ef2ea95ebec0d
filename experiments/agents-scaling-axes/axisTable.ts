import type { Estimate, Row } from '@lawbook/schemas'
import { type AxisId, axisNames, measuredSweeps, type SweepAbout } from './axes.ts'
import { estimateOf } from './estimate.ts'
import { change, less, lowerSlope, upperSlope, type Weights } from './functional.ts'
import type { Observed } from './observed.ts'
import { pooled, type Sweep, slopeOf } from './pool.ts'
import { saturationOf } from './saturation.ts'
import { judgedAxis } from './units.ts'

const halfNumbers: Readonly<Record<string, Weights>> = {
  'lower slope': lowerSlope,
  'upper slope': upperSlope,
  bend: less(upperSlope, 1, lowerSlope),
}

/**
 * Sign, size and saturation of every sweep, one row a number: `slope` (points per e-fold; none where the ratio of the
 * resource is not known), `size` (points over the whole sweep), `lower slope` and `upper slope` (of the halves), `bend`
 * (upper less lower), `saturation` (upper over lower; null where the lower one cannot be told from zero). Sweeps of two
 * points have no halves. Limits are of a sweep's own sampling, without correction for how many there are. The rows of
 * role `judged` are the mean over the units of an axis, which its claim is judged by.
 */
export function axisRows(observed: Observed): Row[] {
  const rows = measuredSweeps.flatMap((about) => {
    const sweep = observed.sweeps.get(about.id)!
    return numbersOf(about, sweep).map(([name, estimate]) => row(aboutRow(about, sweep), name, estimate))
  })
  const judged = (Object.keys(axisNames) as AxisId[]).map((axis) => {
    const about = { axis, sweep: `judged ${axis}`, label: 'judged mean', resource: null, role: 'judged', why: null }
    const number = axis === 'managed-context' ? 'size' : 'slope'
    return row({ ...about, from: null, to: null, curves: null }, number, judgedAxis(axis, observed))
  })
  return [...rows, ...judged]
}

function numbersOf({ ratio }: SweepAbout, sweep: Sweep): [string, Estimate][] {
  const size: [string, Estimate] = ['size', estimateOf(pooled(sweep, change))]
  if (ratio === 'unknown') return [size]
  const numbers: [string, Estimate][] = [['slope', estimateOf(slopeOf(sweep))], size]
  if (sweep.series.some(({ x }) => x.length < 3)) return numbers
  for (const [name, weights] of Object.entries(halfNumbers)) numbers.push([name, estimateOf(pooled(sweep, weights))])
  return [...numbers, ['saturation', saturationOf(sweep)]]
}

function aboutRow({ axis, id, label, resource, role, why }: SweepAbout, { series }: Sweep): Row {
  const from = Math.min(...series.map(({ x }) => x[0]!))
  const to = Math.max(...series.map(({ x }) => x.at(-1)!))
  return { axis, sweep: id, label, resource, role, why, from, to, curves: series.length }
}

function row(about: Row, number: string, { value, i90, i995 }: Estimate): Row {
  const [lo90, hi90, lo995, hi995] = [i90?.[0], i90?.[1], i995?.[0], i995?.[1]].map((limit) => limit ?? null)
  return { ...about, number, value, lo90: lo90!, hi90: hi90!, lo995: lo995!, hi995: hi995! }
}
