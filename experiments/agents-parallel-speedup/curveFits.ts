import type { Stream } from '@lawbook/base'
import {
  amdahl,
  clusterJackknife,
  type Fit,
  fitChecklist,
  fitLaw,
  innerTail,
  type Law,
  type ParameterIntervals,
  power,
  reached,
  scalabilityPeak,
  studentInterval,
  universalScalability,
} from '@lawbook/estimators'
import type { FitRecord } from '@lawbook/schemas'
import { numbered } from './exponent.ts'
import type { Curve } from './series.ts'

/** What is fitted to speed-up curves. */
export const laws: readonly Law[] = [amdahl, universalScalability, power]

/** A curve of speed-up with the unit (pair, series) it belongs to. */
export type UnitCurve = Curve & { readonly unit: string }

/** The geometric mean speed-up of several curves, each size over the curves that have it. `weights`: one a curve. */
export function meanCurve(curves: readonly Curve[], weights?: Float64Array): { x: Float64Array; y: Float64Array } {
  const sums = new Map<number, { sum: number; n: number }>()
  for (const [c, { sizes, logs }] of curves.entries())
    for (const [k, size] of sizes.entries()) {
      const w = weights?.[c] ?? 1
      const at = sums.get(size) ?? { sum: 0, n: 0 }
      sums.set(size, { sum: at.sum + w * logs[k]!, n: at.n + w })
    }
  const known = [...sums].filter(([, { n }]) => n > 0).sort(([a], [b]) => a - b)
  return {
    x: Float64Array.from(known, ([size]) => size),
    y: Float64Array.from(known, ([, { sum, n }]) => Math.exp(sum / n)),
  }
}

/** The laws fitted to a mean curve, with the record of each fit. */
export function recordsOf(
  curves: readonly UnitCurve[],
  about: { readonly id: string; readonly series: string; readonly units: string; readonly from: number },
): { readonly law: Law; readonly fit: Fit; readonly record: FitRecord }[] {
  const points = meanCurve(curves)
  return laws.map((law) => {
    const fit = fitLaw(law, points.x, points.y)
    const record = fitChecklist({
      id: `${law.id}-${about.id}`,
      law,
      points,
      fit,
      series: about.series,
      row: `geometric mean speed-up over ${about.units} at one team size`,
      unit: 'speed-up',
      exclusions: [],
      weights: 'equal',
      interval: intervalsOf(law, fit, curves, about.units),
      rivals: laws.filter((other) => other !== law),
      from: about.from,
      digits: 3,
    })
    return { law, fit, record }
  })
}

/** Standard errors and 90 % intervals of the parameters: the fit without each unit. */
function intervalsOf(
  law: Law,
  fit: Fit,
  curves: readonly UnitCurve[],
  units: string,
): ParameterIntervals | { reason: string } {
  const theta = reached(fit)
  if (theta === null) return { reason: 'the fit reached no minimum' }
  const clusters = numbered(curves.map(({ unit }) => unit))
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic(leftOut) {
      if (leftOut === null) return theta
      const { x, y } = meanCurve(curves.filter((_, i) => clusters[i] !== leftOut))
      const without = fitLaw(law, x, y, { start: theta })
      return without.status === 'converged' ? without.parameters : theta.map(() => Number.NaN)
    },
  })
  return {
    method: 'delete-one jackknife, t; none where a fit without one unit ended on a bound',
    level: '90 %',
    resampled: `${units} (${new Set(clusters).size})`,
    estimates: Array.from(value, (centre, j) =>
      se[j]! > 0 && Number.isFinite(se[j])
        ? { se: se[j]!, i90: studentInterval({ value: centre, se: se[j]!, df, tail: innerTail }) }
        : { se: null, i90: null },
    ),
  }
}

/** Where the best size lies by universal scalability. */
export type Peak = {
  /** Of the fit to all units; null where throughput never turns. */
  readonly best: number | null
  /** Central 90 % of redrawn sets of units; infinite where throughput never turns, 1 where one agent is best. */
  readonly low: number
  readonly high: number
  /** Whether there is a best size and the data go as far as `high`. */
  readonly identified: boolean
}

/** The best size of a mean curve, and of redrawn sets of its units. */
export function peakOf(curves: readonly UnitCurve[], draws: number, stream: Stream): Peak {
  const { x, y } = meanCurve(curves)
  const fit = fitLaw(universalScalability, x, y)
  const redrawn = new Float64Array(draws)
  for (let draw = 0; draw < draws; draw++) {
    const weights = new Float64Array(curves.length)
    for (let i = 0; i < curves.length; i++) weights[stream.integer(curves.length)]! += 1
    const set = meanCurve(curves, weights)
    redrawn[draw] = bestBy(fitLaw(universalScalability, set.x, set.y))
  }
  redrawn.sort()
  // Single draws and no quantile between two: the upper one may be infinite.
  const [low, high] = [redrawn[Math.floor(0.05 * draws)]!, redrawn[Math.ceil(0.95 * draws) - 1]!]
  const own = bestBy(fit)
  return {
    best: Number.isFinite(own) ? own : null,
    low,
    high,
    identified: Number.isFinite(own) && high <= x.at(-1)!,
  }
}

/** The best size of a fit, at least 1; infinite where throughput never turns or the fit has no point. */
function bestBy(fit: Fit): number {
  const theta = reached(fit)
  if (theta === null) return Number.POSITIVE_INFINITY
  const [, a, b] = theta
  if (a! >= 1) return 1
  return Math.max(1, scalabilityPeak(a!, b!) ?? Number.POSITIVE_INFINITY)
}
