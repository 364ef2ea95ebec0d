import type { StreamFactory } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { HeldOutChoices } from './choices.ts'
import { byUnit } from './estimate.ts'
import type { Sweep } from './evidence.ts'
import { sweepQuestion } from './questions.ts'
import { type Sample, seriesOf } from './sample.ts'

/** The world in which nothing is learned: submissions are drawn anew each time, and the best one is kept. */
export const blindWorld = 'best-so-far'

/**
 * Scores on the rows of a sweep where nothing is learned: each series makes `perHour` submissions an hour, all drawn from
 * one normal distribution, and its score is the best so far times the scale of its task. Scales spread as
 * the gains of the tasks do (`scalesOfTasks`). A factor common to all tasks would change no R^2 of the change, and
 * neither would levels, which are left at zero.
 */
export function bestSoFar({ sample, hours }: Sweep, perHour: number, stream: ReturnType<StreamFactory>): Sample {
  const scale = scalesOfTasks(sample)
  const most = Math.ceil(hours.at(-1)! * perHour)
  const kept = new Map<number, Float64Array>()
  for (const series of new Set(seriesOf(sample))) {
    let best = Number.NEGATIVE_INFINITY
    kept.set(
      series,
      Float64Array.from({ length: most }, () => {
        best = Math.max(best, stream.normal())
        return best
      }),
    )
  }
  const y = Float64Array.from(seriesOf(sample), (series, i) => {
    const submissions = Math.max(1, Math.round(Math.exp(sample.x[i]!) * perHour))
    return scale[sample.unit[i]!]! * kept.get(series)![submissions - 1]!
  })
  return { ...sample, y }
}

/**
 * The scale of each task: mean gain of all tasks + f (its own mean gain - that mean), at least 0, with f^2 the share of
 * the variance of mean gains that is not what their models differ by (one-way analysis of variance): the mean of a few
 * models spreads more than tasks do.
 */
export function scalesOfTasks(sample: Sample): Float64Array {
  const tasks = gainsByTask(sample)
  const known = tasks.filter((gains) => gains.length > 1)
  const means = known.map(mean)
  const between = varianceOf(means)
  const within = mean(known.map((gains) => varianceOf(gains) / gains.length))
  const f = between > 0 ? Math.sqrt(Math.max(0, 1 - within / between)) : 0
  const centre = mean(means)
  return Float64Array.from(tasks, (gains) =>
    Math.max(0, gains.length === 0 ? centre : centre + f * (mean(gains) - centre)),
  )
}

/** What each series gains from the first to the last budget of the sweep, in lists by task. */
function gainsByTask(sample: Sample): number[][] {
  const { y, x, unit, units } = sample
  const series = seriesOf(sample)
  const [first, last] = [Math.min(...x), Math.max(...x)]
  const before = new Map(Array.from(series, (s, i) => [s, i] as const).filter(([, i]) => x[i] === first))
  const gains = Array.from({ length: units }, (): number[] => [])
  for (let i = 0; i < y.length; i++) {
    const start = before.get(series[i]!)
    if (x[i] === last && start !== undefined) gains[unit[i]!]!.push(y[i]! - y[start]!)
  }
  return gains
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

function varianceOf(values: readonly number[]): number {
  const centre = mean(values)
  return values.reduce((sum, value) => sum + (value - centre) * (value - centre), 0) / (values.length - 1)
}

/** The change from the time budget alone in that world, so many times, empty where no task gains: table `worlds`. */
export function blindRows(sweep: Sweep, { replicates, submissions }: HeldOutChoices, stream: StreamFactory): Row[] {
  const grows = scalesOfTasks(sweep.sample).some((scale) => scale > 0)
  return Array.from({ length: replicates }, (_, k) => {
    if (!grows) return worldRow(blindWorld, k, 'change-from-resources', null)
    const sample = bestSoFar(sweep, submissions, stream('world', blindWorld, k))
    return worldRow(blindWorld, k, 'change-from-resources', byUnit(sweepQuestion(sample, 'change', 'resources')))
  })
}

/** Mean R^2 of the change in that world and how often its 90 % interval lies above the line; null where nothing grows. */
export function blindSummary(worlds: readonly Row[], line: number): { r2: number; agreed: number; n: number } | null {
  const own = worlds.filter(({ world, value }) => world === blindWorld && value !== null)
  if (own.length === 0) return null
  const r2 = own.reduce((sum, { value }) => sum + Number(value), 0) / own.length
  return { r2, agreed: own.filter(({ lo90 }) => Number(lo90) > line).length, n: own.length }
}
