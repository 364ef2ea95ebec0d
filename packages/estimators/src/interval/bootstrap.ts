import { fail, type Stream } from '@lawbook/base'
import { clustersOf, effectiveClusters } from './clusters.ts'

/**
 * A statistic of weighted rows: `weights` says how often each row counts. The array is used again for the next draw:
 * neither change nor keep it.
 */
export type WeightedStatistic = (weights: Float64Array) => number

/**
 * A statistic on all rows (each with weight 1), and on every resample, in the order of drawing. `effectiveUnits` is
 * n^2 / sum_g n_g^2 of the n_g rows of each unit, as of `effectiveClusters`: the intervals ask for enough of them.
 */
export type Bootstrap = { value: number; replicates: Float64Array; effectiveUnits: number }

/** What is drawn: `units` holds, for each row, the number of its unit; all rows of a unit are drawn together. */
type Resampling = { units: Int32Array; draws: number; stream: Stream }

/**
 * The units of n independent rows, [0, 1, ..., n - 1]: each row is drawn by itself. For clusters give the cluster of
 * each row instead.
 */
export function independentRows(n: number): Int32Array {
  return Int32Array.from({ length: n }, (_, i) => i)
}

/**
 * The nonparametric bootstrap (Efron 1979): `draws` times G of the G units with replacement, and the statistic on each
 * resample. Intervals are made from the result by `percentileInterval` and `bcaInterval`. They are a check on Student
 * intervals from `clusterJackknife`, not a headline: with few units, or clusters of unequal size, they are too short.
 * Throws LB_FIT with fewer than two units, LB_DOMAIN unless draws is a positive integer, and LB_NOT_FINITE when the
 * statistic is not finite on all rows or on a resample.
 */
export function bootstrap({ statistic, ...resampling }: Resampling & { statistic: WeightedStatistic }): Bootstrap {
  const result = start(statistic, resampling)
  resample(resampling, (weights, draw) => {
    result.replicates[draw] = finite(statistic(weights), draw)
  })
  return result
}

/**
 * The paired bootstrap of two conditions: both statistics see the same resamples, so that what the conditions have in
 * common (the difficulty of a task) cancels in `difference`, which is first - second. With one row a pair each
 * statistic reads its own column; when the conditions have rows of their own, rows of one pair, task or cluster carry
 * the same unit, and each statistic reads the rows of its condition. Warning and errors as for `bootstrap`.
 */
export function pairedBootstrap({
  first,
  second,
  ...resampling
}: Resampling & { first: WeightedStatistic; second: WeightedStatistic }): {
  first: Bootstrap
  second: Bootstrap
  difference: Bootstrap
} {
  const a = start(first, resampling)
  const b = start(second, resampling)
  resample(resampling, (weights, draw) => {
    a.replicates[draw] = finite(first(weights), draw)
    b.replicates[draw] = finite(second(weights), draw)
  })
  const replicates = a.replicates.map((value, draw) => value - b.replicates[draw]!)
  return { first: a, second: b, difference: { ...a, value: a.value - b.value, replicates } }
}

/** The statistic on all rows, with room for the replicates. */
function start(statistic: WeightedStatistic, { units, draws }: Resampling): Bootstrap {
  if (!(Number.isInteger(draws) && draws >= 1))
    fail('LB_DOMAIN', `cannot make ${draws} bootstrap draws; give a positive integer, such as 9999`)
  const value = statistic(new Float64Array(units.length).fill(1))
  if (!Number.isFinite(value)) fail('LB_NOT_FINITE', `the statistic is ${value} on all rows; it must be finite`)
  return { value, replicates: new Float64Array(draws), effectiveUnits: effectiveClusters(clustersOf(units).sizes) }
}

function finite(value: number, draw: number): number {
  if (!Number.isFinite(value))
    fail('LB_NOT_FINITE', `the bootstrapped statistic is ${value} in draw ${draw}; it must be finite on every resample`)
  return value
}

/** Calls `visit` with the weights of each resample. */
function resample({ units, draws, stream }: Resampling, visit: (weights: Float64Array, draw: number) => void): void {
  const { ids, places } = clustersOf(units)
  const drawn = new Float64Array(ids.length)
  const weights = new Float64Array(units.length)
  for (let draw = 0; draw < draws; draw++) {
    drawn.fill(0)
    for (let g = 0; g < ids.length; g++) drawn[stream.integer(ids.length)]! += 1
    for (let i = 0; i < weights.length; i++) weights[i] = drawn[places[i]!]!
    visit(weights, draw)
  }
}
