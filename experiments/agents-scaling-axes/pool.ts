import { fail } from '@lawbook/base'
import {
  type Contrast,
  completeTasks,
  contrastOf,
  type Reading,
  type Sampling,
  slopeWithin,
  taskValues,
  weightedMean,
} from './contrast.ts'
import { slope, type Weights } from './functional.ts'
import { byTask, type Series } from './series.ts'

/**
 * How the curves of a sweep become one number, the mean over them. `matched`: the same tasks by name, Student over
 * tasks. `shared`: the same tasks in an unknown pairing, standard errors averaged. `independent`: other tasks or runs.
 * `benchmarks`: shared within a benchmark, independent between.
 */
export type Pool = 'matched' | 'shared' | 'independent' | 'benchmarks'

/** The curves of one sweep, with how they were sampled and how they are put together. */
export type Sweep = { readonly pool: Pool; readonly sampling: Sampling; readonly series: readonly Series[] }

/** A curve of which fewer tasks are recorded has no estimate of its own. */
export const fewestTasks = 10

/** The mean of a functional over the curves of a sweep. Throws LB_FIT for a sweep without a curve. */
export function pooled(sweep: Sweep, weights: Weights, reading: Reading = 'recorded'): Contrast {
  if (sweep.pool === 'matched') return matched(sweep.series, weights, reading)
  return meanOver(sweep, (one) => contrastOf(one, weights(one.x), sweep.sampling, reading))
}

/**
 * The slope of a sweep, mean over its curves: within tasks (`slopeWithin`) where curves of several benchmarks have cells
 * that are missing, else of the tasks that are complete.
 */
export function slopeOf(sweep: Sweep, reading: Reading = 'recorded'): Contrast {
  if (sweep.pool !== 'benchmarks' || reading !== 'recorded') return pooled(sweep, slope, reading)
  return meanOver(sweep, (one) => slopeWithin(one, sweep.sampling))
}

/** The curves of which enough tasks have a figure at every point. */
export function completeCurves({ pool, series }: Sweep): Series[] {
  const enough = (one: Series): boolean =>
    !byTask(one) || completeTasks(one, 'recorded').tasks.reduce((sum, { count }) => sum + count, 0) >= fewestTasks
  return pool === 'matched' ? [...series] : series.filter(enough)
}

/** The curves of a sweep that have an estimate, with it. */
export function estimable({ series }: Sweep, of: (series: Series) => Contrast) {
  return series
    .map((one) => ({ benchmark: one.about.benchmark, model: one.about.model, contrast: of(one) }))
    .filter(({ contrast }) => contrast.df + 1 >= fewestTasks)
}

function meanOver(sweep: Sweep, of: (series: Series) => Contrast): Contrast {
  const each = estimable(sweep, of)
  if (each.length === 0) fail('LB_FIT', 'a sweep has no curve left; check what was left out')
  if (sweep.pool !== 'benchmarks') {
    const all = each.map(({ contrast }) => contrast)
    return meanOf(all, sweep.pool === 'independent' ? 'independent' : 'shared')
  }
  const names = [...new Set(each.map(({ benchmark }) => benchmark))]
  const within = names.map((name) =>
    meanOf(
      each.filter(({ benchmark }) => benchmark === name).map(({ contrast }) => contrast),
      'shared',
    ),
  )
  return meanOf(within, 'independent')
}

function meanOf(each: readonly Contrast[], pool: 'shared' | 'independent'): Contrast {
  const count = each.length
  const value = each.reduce((sum, one) => sum + one.value, 0) / count
  const df = Math.min(...each.map((one) => one.df))
  if (each.some(({ se }) => se === null)) return { value, se: null, df }
  const total = each.reduce((sum, { se }) => sum + (pool === 'shared' ? se! : se! * se!), 0)
  return { value, se: (pool === 'shared' ? total : Math.sqrt(total)) / count, df }
}

function matched(series: readonly Series[], weights: Weights, reading: Reading): Contrast {
  const values = taskMeans(series, weights, reading)
  return weightedMean(
    values,
    Array.from(values, () => 1),
  )
}

/** For each task the mean of the functional over the curves that have the task, in the order of first mention. */
export function taskMeans(series: readonly Series[], weights: Weights, reading: Reading): Float64Array {
  const sums = new Map<string, { sum: number; n: number }>()
  for (const one of series) {
    if (!byTask(one)) fail('LB_FIT', `the curve ${one.about.id} has no tasks to match; pool it as shared`)
    const complete = completeTasks(one, reading)
    const values = taskValues(complete, weights(one.x), reading)
    for (const [i, { id }] of complete.tasks.entries()) {
      const known = sums.get(id) ?? { sum: 0, n: 0 }
      sums.set(id, { sum: known.sum + values[i]!, n: known.n + 1 })
    }
  }
  return Float64Array.from(sums.values(), ({ sum, n }) => sum / n)
}

/** The mean slope over models with the spread between models: Student with models - 1 degrees of freedom. */
export function overModels(sweep: Sweep): Contrast {
  const names = [...new Set(sweep.series.map(({ about }) => about.model))]
  const slopes = names.flatMap((name) => {
    const own = { ...sweep, series: sweep.series.filter(({ about }) => about.model === name) }
    return sweep.pool === 'matched' || estimable(own, (one) => slopeWithin(one, sweep.sampling)).length > 0
      ? [slopeOf(own).value]
      : []
  })
  return spreadOver(slopes)
}

/** The mean of equal units with the spread between them: Student. */
export function spreadOver(values: readonly number[]): Contrast {
  return weightedMean(
    Float64Array.from(values),
    values.map(() => 1),
  )
}
