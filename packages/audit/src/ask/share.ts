import { byCodeUnit, round10 } from '@lawbook/base'
import { clopperPearson, clusterJackknife, type Interval, studentInterval, wilson } from '@lawbook/estimators'
import type { Share } from '../report.ts'

const level = 0.9

/**
 * The mean of values in [0, 1], one a row, with its 90 % interval. `clusters` names what a row belongs to: rows of one
 * cluster are no independent evidence. With a row each the interval is exact (Clopper-Pearson; Wilson's where a tie
 * made a value fractional), else Student's with the delete-one-cluster error. Where clusters do not differ, or there is
 * only one, it is that of as many independent rows as there are clusters: without spread there is no error, but no
 * certainty either. Without rows n is 0, the interval [0, 1], and the value says nothing.
 */
export function shareOf(values: readonly number[], clusters: readonly string[]): Share {
  const n = values.length
  if (n === 0) return { value: 0, low: 0, high: 1, n }
  const value = values.reduce((sum, x) => sum + x, 0) / n
  const [low, high] = clusteredInterval(values, clusters) ?? proportion(value, new Set(clusters).size)
  return { value: round10(value), low: round10(Math.max(0, low)), high: round10(Math.min(1, high)), n }
}

/** Null where clusters are single rows, too few, or all alike. */
function clusteredInterval(values: readonly number[], clusters: readonly string[]): Interval | null {
  const count = new Set(clusters).size
  if (count < 2 || count === values.length) return null
  const estimate = clusteredMean(values, clusters)
  return estimate.se > 1e-12 ? studentInterval({ ...estimate, tail: (1 - level) / 2 }) : null
}

/** Mean of rows in clusters with its delete-one-cluster error; at least two clusters, else LB_FIT. */
export function clusteredMean(
  values: readonly number[],
  clusters: readonly string[],
): { value: number; se: number; df: number } {
  const index = clusterIndex(clusters)
  const sums = new Float64Array(new Set(clusters).size)
  const sizes = new Float64Array(sums.length)
  values.forEach((value, i) => {
    sums[index[i]!]! += value
    sizes[index[i]!]! += 1
  })
  const total = sums.reduce((sum, part) => sum + part, 0)
  const { value, se, df } = clusterJackknife({
    clusters: index,
    statistic: (g) =>
      Float64Array.of(g === null ? total / values.length : (total - sums[g]!) / (values.length - sizes[g]!)),
  })
  return { value: value[0]!, se: se[0]!, df }
}

/** Numbers for names, in the order of the names, so that the order of rows changes nothing. */
export function clusterIndex(clusters: readonly string[]): Int32Array {
  const number = new Map([...new Set(clusters)].sort(byCodeUnit).map((name, g) => [name, g]))
  return Int32Array.from(clusters, (name) => number.get(name)!)
}

/** The interval of a proportion of n independent rows. */
export function proportion(value: number, n: number): Interval {
  const successes = Math.round(value * n)
  const whole = Math.abs(value * n - successes) < 1e-9
  return whole ? clopperPearson(successes, n, level) : wilson(value * n, n, level)
}
