import { slope, spreadOf } from './functional.ts'
import { byTask, type Series, type ShareSeries, type Task, type TaskSeries } from './series.ts'

/** What a missing run is taken as: see README.md, "Missing runs". */
export type Reading = 'recorded' | 'as-published' | 'worst' | 'best'

/** Whether the points of a curve of shares are the same tasks again, or other runs; null where it has no number. */
export type Sampling = 'tasks' | 'same tasks' | 'runs' | 'unknown'

/** Degrees of freedom of a binomial share: its variance follows from the share itself, so that t is the normal curve. */
const manyRuns = 1e6

/** A weighted sum of the points of a curve, with its standard error (null: no number of tasks is known). */
export type Contrast = { readonly value: number; readonly se: number | null; readonly df: number }

/** The contrast of one curve. */
export function contrastOf(series: Series, weights: Float64Array, sampling: Sampling, reading: Reading): Contrast {
  return byTask(series) ? overTasks(series, weights, reading) : overShares(series, weights, sampling)
}

/** Each task's own weighted sum, NaN for one that is left out. */
export function taskValues({ tasks }: TaskSeries, weights: Float64Array, reading: Reading): Float64Array {
  return Float64Array.from(tasks, (task) => taskValue(task, weights, reading))
}

function taskValue({ y, marks }: Task, weights: Float64Array, reading: Reading): number {
  let sum = 0
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!
    if (weight !== 0) sum += weight * cellValue(y[k]!, marks[k]!, weight, reading)
  }
  return sum
}

/** The value of a cell under a reading: a missing one is 0 or 1, whichever moves the sum down (worst) or up (best). */
function cellValue(y: number, mark: Task['marks'][number], weight: number, reading: Reading): number {
  if (mark === '.') return y
  if (reading === 'recorded') return Number.NaN
  if (reading === 'as-published') return y
  return weight > 0 === (reading === 'best') ? 1 : 0
}

function overTasks(series: TaskSeries, weights: Float64Array, reading: Reading): Contrast {
  const complete = completeTasks(series, reading)
  return weightedMean(
    taskValues(complete, weights, reading),
    complete.tasks.map(({ count }) => count),
  )
}

/**
 * The slope of one curve within tasks: of tasks known one by one, an intercept for each and the recorded cells it has,
 * b = sum S_i b_i / sum S_i with b_i the task's own slope and S_i its spread of ln x; the error is clustered by task,
 * var = n / (n - 1) sum (S_i (b_i - b))^2 / (sum S_i)^2. Where no cell is missing it is the mean slope of the tasks.
 */
export function slopeWithin(series: Series, sampling: Sampling): Contrast {
  if (!byTask(series)) return overShares(series, slope(series.x), sampling)
  const ladders = new Map<number, Ladder>()
  const slopes = new Float64Array(series.tasks.length)
  const spreads = new Float64Array(series.tasks.length)
  for (const [i, { y, marks }] of series.tasks.entries()) {
    const recorded = marks.reduce((bits, mark, k) => (mark === '.' ? bits | (1 << k) : bits), 0)
    if (!ladders.has(recorded)) ladders.set(recorded, ladderAt(series.x, recorded))
    const { weights, spread } = ladders.get(recorded)!
    spreads[i] = spread
    for (let k = 0; k < weights.length; k++) if (weights[k] !== 0) slopes[i]! += weights[k]! * y[k]!
  }
  return clustered(
    slopes,
    spreads,
    series.tasks.map(({ count }, i) => (spreads[i]! > 0 ? count : 0)),
  )
}

type Ladder = { readonly weights: Float64Array; readonly spread: number }

/** The weights of the slope over the recorded points (bits of a number), 0 elsewhere; no spread with fewer than two. */
function ladderAt(x: Float64Array, recorded: number): Ladder {
  const at = [...x.keys()].filter((k) => (recorded & (1 << k)) !== 0)
  const weights = new Float64Array(x.length)
  if (at.length < 2) return { weights, spread: 0 }
  const own = Float64Array.from(at, (k) => x[k]!)
  for (const [i, weight] of slope(own).entries()) weights[at[i]!] = weight
  return { weights, spread: spreadOf(own) }
}

function clustered(slopes: Float64Array, spreads: Float64Array, counts: readonly number[]): Contrast {
  let [n, total, sum] = [0, 0, 0]
  for (const [i, count] of counts.entries()) {
    n += count
    total += count * spreads[i]!
    sum += count * spreads[i]! * slopes[i]!
  }
  const value = sum / total
  let squares = 0
  for (const [i, count] of counts.entries()) {
    const score = spreads[i]! * (slopes[i]! - value)
    squares += count * score * score
  }
  return { value, se: Math.sqrt((n / (n - 1)) * squares) / total, df: n - 1 }
}

/** The tasks that have a figure at every point under a reading, so that all points are of the same tasks. */
export function completeTasks(series: TaskSeries, reading: Reading): TaskSeries {
  if (reading === 'worst' || reading === 'best') return series
  const known = (y: number, mark: string): boolean =>
    reading === 'recorded' ? mark === '.' : mark !== '-' && Number.isFinite(y)
  return { ...series, tasks: series.tasks.filter(({ y, marks }) => marks.every((mark, k) => known(y[k]!, mark))) }
}

/** The mean of values that stand for `counts` tasks each, and its standard error sd / sqrt(n). */
export function weightedMean(values: Float64Array, counts: readonly number[]): Contrast {
  let [n, sum] = [0, 0]
  for (let i = 0; i < values.length; i++) {
    n += counts[i]!
    sum += counts[i]! * values[i]!
  }
  const value = sum / n
  const squares = values.reduce((total, one, i) => total + counts[i]! * (one - value) * (one - value), 0)
  return { value, se: Math.sqrt(squares / (n - 1) / n), df: n - 1 }
}

/**
 * Shares only. Other runs at every point: var = sum w^2 s^2. The same tasks again, with unknown correlations of zero or
 * more: at most (sum over w > 0 of w s)^2 + (sum over w < 0 of w s)^2, since points of one sign can move together and
 * covariance across signs only narrows. s^2 = q (1 - q) / (n - (n / (n + 2))^2), q = (y n + 1) / (n + 2) (Agresti and
 * Caffo 2000): on the average y (1 - y) / n where y is one half, more elsewhere, and never 0.
 */
function overShares({ y, n }: ShareSeries, weights: Float64Array, sampling: Sampling): Contrast {
  let [value, up, down, squares] = [0, 0, 0, 0]
  for (let k = 0; k < weights.length; k++) {
    const weight = weights[k]!
    value += weight * y[k]!
    const reach = Math.abs(weight) * Math.sqrt(shareVariance(y[k]!, n[k]!))
    if (weight > 0) up += reach
    else down += reach
    squares += reach * reach
  }
  const variance = sampling === 'runs' ? squares : up * up + down * down
  return { value, se: sampling === 'unknown' ? null : Math.sqrt(variance), df: manyRuns }
}

function shareVariance(y: number, n: number): number {
  const [q, shrunk] = [(y * n + 1) / (n + 2), n / (n + 2)]
  return (q * (1 - q)) / (n - shrunk * shrunk)
}
