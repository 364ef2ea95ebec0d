import { fail } from '@lawbook/base'
import { clusterMean, leastSquares } from '@lawbook/estimators'
import { clustersBy, type WithError } from './estimate.ts'
import { groupBy, type RowOf } from './rows.ts'

/** A curve over the number of agents at work. */
export type AgentCurve = { readonly name: string; readonly agents: Float64Array; readonly y: Float64Array }

/** The speed-up of every series on independent jobs. */
export function speedUps(rows: readonly RowOf<'throughput'>[]): AgentCurve[] {
  return curves(
    rows.filter(({ metric }) => metric === 'speed_up'),
    ({ model }) => model!,
  )
}

/** What a judge gives the work of each kind, 1 to 5. */
export function qualities(rows: readonly RowOf<'throughput'>[]): AgentCurve[] {
  return curves(
    rows.filter(({ metric }) => metric === 'judge_quality'),
    ({ setting }) => setting!,
  )
}

function curves(rows: readonly RowOf<'throughput'>[], name: (row: RowOf<'throughput'>) => string): AgentCurve[] {
  return [...groupBy(rows, name)].map(([own, group]) => {
    const sorted = [...group].sort((a, b) => a.x! - b.x!)
    return { name: own, agents: Float64Array.from(sorted, ({ x }) => x!), y: Float64Array.from(sorted, ({ y }) => y!) }
  })
}

/**
 * The exponent of a speed-up: the least-squares slope of ln speed-up in ln agents, with a level of its own, so that the
 * division by the throughput of one agent is in no slope. Throws LB_DOMAIN for a speed-up that is not above zero.
 */
export function exponentOf({ name, agents, y }: AgentCurve): number {
  for (const value of y)
    if (!(value > 0)) fail('LB_DOMAIN', `the series ${name} has the speed-up ${value}; it must be above 0`)
  return slopeOf(agents.map(Math.log), y.map(Math.log))
}

/** The least-squares slope of y in x, with an intercept. */
export function slopeOf(x: Float64Array, y: Float64Array): number {
  const design = Float64Array.from({ length: 2 * x.length }, (_, i) => (i % 2 === 0 ? 1 : x[(i - 1) / 2]!))
  return leastSquares(design, y).coefficients[1]!
}

/** The model behind a series: the same one was reached directly and by a proxy. */
export const modelOf = (series: string): string => series.replace(/ (direct|proxy)$/, '')

/** The mean exponent over series; models are resampled, or each series by itself. */
export function meanExponent(series: readonly AgentCurve[], by: 'model' | 'series' = 'model'): WithError {
  return clusterMean({
    values: Float64Array.from(series, exponentOf),
    clusters: clustersBy(series.map(({ name }) => (by === 'model' ? modelOf(name) : name))),
  })
}

/** The mean change of the judge's mark from one agent to most, over kinds of job, which are resampled. */
export function qualityChange(kinds: readonly AgentCurve[]): WithError {
  return clusterMean({
    values: Float64Array.from(kinds, ({ y }) => y.at(-1)! - y[0]!),
    clusters: clustersBy(kinds.map(({ name }) => name)),
  })
}
