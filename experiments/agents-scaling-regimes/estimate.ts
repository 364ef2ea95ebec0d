import { clusterMean, type Nested, nestedIntervals } from '@lawbook/estimators'

/** A number with its standard error and degrees of freedom. */
export type WithError = { readonly value: number; readonly se: number; readonly df: number }

/** An estimate narrower than this does not vary, but for rounding. */
const rounding = 1e-12

/** The two nested intervals of a sign (one-sided outer tails); null where nothing varies, so that there is no interval. */
export function judged({ value, se, df }: WithError): Nested | null {
  return se > rounding ? nestedIntervals({ value, se, df, sided: 'one' }) : null
}

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

/** The arithmetic mean of at least one value. */
export const mean = (values: readonly number[]): number => sum(values) / values.length

/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2
}

/** Names as the numbers of clusters, in order of first appearance. */
export function clustersBy(names: readonly string[]): Int32Array {
  const order = [...new Set(names)]
  return Int32Array.from(names, (name) => order.indexOf(name))
}

/** Figures of tasks of which `n` have the same: their number, mean and the variance between tasks. */
export function taskMean(groups: readonly { readonly value: number; readonly n: number }[]) {
  const n = sum(groups.map((group) => group.n))
  const centre = sum(groups.map((group) => group.n * group.value)) / n
  const squares = sum(groups.map((group) => group.n * (group.value - centre) * (group.value - centre)))
  return { n, value: centre, se: Math.sqrt(squares / (n - 1) / n) }
}

/** The mean of one series (a model on a benchmark) over its n tasks. */
export type SeriesMean = { readonly benchmark: string; readonly value: number; readonly se: number; readonly n: number }

/**
 * The mean over benchmarks, each alike, of the mean over their series. Models of a benchmark share its tasks, which
 * are kept in groups of equal outcomes for each model by itself: the error of a benchmark's mean is the mean of the
 * errors of its series, as if fully correlated, the most that it can be. The benchmarks are held fixed. Benchmarks share no tasks: se^2 = B^-2 sum_b se_b^2. With
 * `independent` the models of a benchmark are taken to share nothing, which gives too narrow an interval. df is the
 * smallest number of tasks less 1.
 */
export function overBenchmarks(series: readonly SeriesMean[], independent = false): WithError {
  const benchmarks = distinctBenchmarks(series).map((benchmark) => {
    const own = series.filter((one) => one.benchmark === benchmark)
    return { value: mean(own.map(({ value }) => value)), se: errorOfMean(own, independent) }
  })
  const squares = sum(benchmarks.map(({ se }) => se * se))
  return {
    value: mean(benchmarks.map(({ value }) => value)),
    se: Math.sqrt(squares) / benchmarks.length,
    df: Math.min(...series.map(({ n }) => n)) - 1,
  }
}

/** The mean over all series, each alike, with the same reading of their errors. */
export function overSeries(series: readonly SeriesMean[]): WithError {
  const errors = distinctBenchmarks(series).map((benchmark) => {
    const own = series.filter((one) => one.benchmark === benchmark)
    return own.length * errorOfMean(own, false)
  })
  return {
    value: mean(series.map(({ value }) => value)),
    se: Math.sqrt(sum(errors.map((se) => se * se))) / series.length,
    df: Math.min(...series.map(({ n }) => n)) - 1,
  }
}

function errorOfMean(series: readonly SeriesMean[], independent: boolean): number {
  if (!independent) return mean(series.map(({ se }) => se))
  return Math.sqrt(sum(series.map(({ se }) => se * se))) / series.length
}

const distinctBenchmarks = (series: readonly { readonly benchmark: string }[]): string[] => [
  ...new Set(series.map(({ benchmark }) => benchmark)),
]

/**
 * The same mean with benchmarks as the sample: their means are the independent values (t with their number less 1), so
 * that the interval speaks of benchmarks like these. Throws LB_FIT with fewer than two of them.
 */
export function amongBenchmarks(series: readonly { readonly benchmark: string; readonly value: number }[]): WithError {
  const means = distinctBenchmarks(series).map((benchmark) =>
    mean(series.filter((one) => one.benchmark === benchmark).map(({ value }) => value)),
  )
  return clusterMean({ values: Float64Array.from(means), clusters: Int32Array.from(means.keys()) })
}
