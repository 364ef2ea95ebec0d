import { clusterMean, type Nested, nestedIntervals } from '@lawbook/estimators'

/** The mean of some exponents, with what they are clustered by. */
export type Exponents = { readonly values: Float64Array; readonly clusters: readonly string[] }

/**
 * The mean exponent with the project's pair of one-sided intervals: CR2 by cluster, t, G_eff - 1 degrees of freedom;
 * with one exponent a cluster this is Student's interval. Null with fewer than two clusters, or where nothing varies.
 */
export function meanExponent({ values, clusters }: Exponents): Nested | null {
  if (new Set(clusters).size < 2) return null
  const estimate = clusterMean({ values, clusters: numbered(clusters) })
  return estimate.se > 0 ? nestedIntervals({ ...estimate, sided: 'one' }) : null
}

/**
 * The mean exponent where both of two kinds of cluster count: V = V_first + V_second - V_both (Cameron, Gelbach and
 * Miller 2011), never below the larger of the first two; t with the smaller number of clusters less one.
 */
export function crossedExponent(
  values: Float64Array,
  first: readonly string[],
  second: readonly string[],
): Nested | null {
  const fewest = Math.min(new Set(first).size, new Set(second).size)
  if (fewest < 2) return null
  const variance = (clusters: readonly string[]): number => {
    const { se } = clusterMean({ values, clusters: numbered(clusters) })
    return se * se
  }
  const [one, two] = [variance(first), variance(second)]
  const both = variance(first.map((name, i) => `${name} / ${second[i]}`))
  const se = Math.sqrt(Math.max(one, two, one + two - both))
  const value = values.reduce((sum, x) => sum + x, 0) / values.length
  return se > 0 ? nestedIntervals({ value, se, df: fewest - 1, sided: 'one' }) : null
}

/** Names as numbers, in the order in which they come. */
export function numbered(names: readonly string[]): Int32Array {
  const order = [...new Set(names)]
  return Int32Array.from(names, (name) => order.indexOf(name))
}
