import type { StreamFactory } from '@lawbook/base'
import type { Estimate } from '@lawbook/schemas'
import type { Choices } from './choices.ts'
import { adequate, contests } from './forms.ts'
import { isCumulative, type SweepPlace } from './ladders.ts'
import { medianOverSweeps, type SweepValue } from './overSweeps.ts'
import { type CurveFits, fitCurve, forecastsApart, isLong, statisticNames, sweepStatistics } from './statistics.ts'
import type { Curve, Sweep } from './sweeps.ts'

/** What the curves of a sweep say as they are, without their noise. */
export type Shown = {
  readonly fits: readonly CurveFits[]
  readonly statistics: Float64Array
  readonly apart: readonly number[]
}

/** A sweep with what the redrawing of its tasks adds: the bias and the standard error of every statistic. */
export type Tried = Shown & Noise & { readonly sweep: Sweep }

/** Of every statistic its bias, its standard error and how the draws scatter about their mean, in ascending order. */
type Noise = {
  readonly bias: Float64Array
  readonly se: Float64Array
  readonly scatter: readonly Float64Array[]
}

/** `warm` are fits to like curves, which start those to these; `parameters` 2 leaves the longer fits out. */
export function show(
  curves: readonly Pick<Curve, 'x' | 'y'>[],
  choices: Choices,
  warm?: Shown,
  parameters: 2 | 3 = 3,
): Shown {
  const fits = curves.map((curve, i) => fitCurve(curve, choices, warm?.fits[i], parameters))
  return { fits, statistics: sweepStatistics(curves, fits, choices), apart: forecastsApart(curves, fits, choices) }
}

/** The sweep as it is and redrawn: the fits to the curves as they are start those to the redrawn ones. */
export function trySweep(sweep: Sweep, choices: Choices, stream: StreamFactory): Tried {
  const shown = show(sweep.curves, choices)
  const drawn = Array.from({ length: choices.draws }, (_, draw) => {
    const ys = sweep.redraw(stream('tasks', sweep.id, draw))
    const curves = sweep.curves.map(({ x }, i) => ({ x, y: ys[i]! }))
    return show(curves, choices, shown, draw < choices.longDraws ? 3 : 2).statistics
  })
  return { ...shown, sweep, ...spread(drawn, shown.statistics) }
}

/** Bias (mean less the statistic itself), standard deviation and scatter over the draws that have the statistic. */
export function spread(drawn: readonly Float64Array[], centre: Float64Array): Noise {
  const scatter = Array.from(centre, (_, k) => {
    const values = Float64Array.from(drawn, (row) => row[k]!).filter(Number.isFinite)
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    return { mean, about: values.map((value) => value - mean).sort() }
  })
  return {
    bias: centre.map((value, k) => scatter[k]!.mean - value),
    se: centre.map((_, k) => deviationOf(scatter[k]!.about)),
    scatter: scatter.map(({ about }) => about),
  }
}

function deviationOf(about: Float64Array): number {
  return Math.sqrt(about.reduce((sum, value) => sum + value * value, 0) / (about.length - 1))
}

/** No noise: what the curves of a planted world say of themselves. */
export const noNoise: Noise = {
  bias: new Float64Array(statisticNames.length),
  se: new Float64Array(statisticNames.length),
  scatter: statisticNames.map(() => new Float64Array()),
}

/** The judged statistics: the gap of each contested form, the largest deviations, the loss of the exponent of success. */
export const judgedNames: readonly string[] = statisticNames.slice(0, contests.length + adequate.length + 1)

/** What a sweep brings to one judged statistic; null where it does not count for it. */
export function contribution(
  { statistics, apart }: Pick<Shown, 'statistics' | 'apart'>,
  noise: Noise,
  place: SweepPlace,
  name: string,
  choices: Choices,
): SweepValue | null {
  const k = statisticNames.indexOf(name)
  const contest = contests.findIndex(({ form }) => name === `gap-${form}`)
  const counts = contest === -1 ? !name.startsWith('loss-') || isCumulative(place) : apart[contest]! > choices.apart
  if (!counts || !Number.isFinite(statistics[k]) || !Number.isFinite(noise.bias[k])) return null
  const corrected = statistics[k]! - noise.bias[k]!
  return {
    value: name.startsWith('deviation-') ? Math.max(0, corrected) : corrected,
    se: noise.se[k]!,
    monteCarlo: noise.scatter[k]!.length === 0 ? 0 : noise.se[k]! / Math.sqrt(noise.scatter[k]!.length),
    scatter: noise.scatter[k]!,
  }
}

type Verdict = Estimate & { readonly sweeps: number; readonly reason: string | null }

/** One judged statistic over sweeps; null with the reason where too few of them count. */
export function overSweeps(values: readonly (SweepValue | null)[], name: string, { fewestSweeps }: Choices): Verdict {
  const counted = values.filter((value) => value !== null)
  if (counted.length < fewestSweeps)
    return {
      value: null,
      i90: null,
      i995: null,
      sweeps: counted.length,
      reason: `only ${counted.length} of ${values.length} sweeps count, and ${fewestSweeps} are needed`,
    }
  const { value, i90, i995 } = medianOverSweeps(counted)
  // A largest deviation is no less than nothing, so its limits are not either.
  const kept = (limits: Estimate['i90']): Estimate['i90'] =>
    limits !== null && name.startsWith('deviation-') ? [Math.max(0, limits[0]), limits[1]] : limits
  return { value, i90: kept(i90), i995: kept(i995), sweeps: counted.length, reason: null }
}

export function judgeStatistic(tried: readonly Tried[], name: string, choices: Choices): Verdict {
  return overSweeps(
    tried.map((one) => contribution(one, one, one.sweep.place, name, choices)),
    name,
    choices,
  )
}

export const isLongSweep = ({ curves }: Sweep): boolean => curves.every(isLong)
