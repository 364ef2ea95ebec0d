import type { Sweep } from './evidence.ts'
import { type Sample, seriesOf } from './sample.ts'

/**
 * The steps of a sweep from one budget to the next, where a series has a score at both: y the change of the score, x the
 * change of ln hours. Units and groups are those of the series.
 */
export function incrementsOf({ sample, hours }: Sweep): Sample {
  const series = seriesOf(sample)
  const budget = sample.x.map((x) => hours.findIndex((h) => Math.log(h) === x))
  const place = (i: number, later: number): number => series[i]! * hours.length + budget[i]! + later
  const rowAt = new Map(Array.from(series.keys(), (i) => [place(i, 0), i]))
  const from = Array.from(series.keys()).filter((i) => budget[i]! + 1 < hours.length && rowAt.has(place(i, 1)))
  const to = from.map((i) => rowAt.get(place(i, 1))!)
  const steps = (values: Float64Array) => Float64Array.from(from, (i, k) => values[to[k]!]! - values[i]!)
  const own = (values: Int32Array) => Int32Array.from(from, (i) => values[i]!)
  const { y, x, unit, group, units, groups } = sample
  return { y: steps(y), x: steps(x), unit: own(unit), group: own(group), units, groups }
}
