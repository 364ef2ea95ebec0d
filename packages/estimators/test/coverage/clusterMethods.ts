import type { StreamFactory } from '@lawbook/base'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { signFlipInterval } from '../../src/hypothesis/signFlip.ts'
import { bcaInterval, deleteOneValues } from '../../src/interval/bca.ts'
import { bootstrap, type WeightedStatistic } from '../../src/interval/bootstrap.ts'
import { clusterJackknife } from '../../src/interval/clusterJackknife.ts'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { cr2, cr3 } from '../../src/interval/clusterRobust.ts'
import { percentileInterval } from '../../src/interval/percentile.ts'
import { type Interval, studentInterval, type Transform } from '../../src/interval/student.ts'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'
import { type WildCluster, wildClusterInterval } from '../../src/interval/wildClusterRegression.ts'

/** Probability in each tail of all two-sided 95 % intervals. */
export const tail = 0.025
const draws = { resamples: 999, wild: 399 }

/** The interval that a method gives; nothing where it refuses. */
export function given(method: string, interval: () => Interval): Record<string, Interval> {
  try {
    return { [method]: interval() }
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'LB_DOMAIN' || code === 'LB_FIT') return {}
    throw error
  }
}

/** ln(p / (1 - p)), a scale of shares. */
export const logit: Transform = { forward: (p) => Math.log(p / (1 - p)), inverse: (t) => 1 / (1 + Math.exp(-t)) }

/** Student's interval of a number that is jackknifed over clusters on some scale, and mapped back. */
export function jackknifeInterval(
  clusters: Int32Array,
  statistic: (leftOut: number | null) => number,
  transform: Transform = { forward: (x) => x, inverse: (x) => x },
): Interval {
  const { value, se, df } = clusterJackknife({
    clusters,
    statistic: (leftOut) => Float64Array.of(transform.forward(statistic(leftOut))),
  })
  return studentInterval({ value: value[0]!, se: se[0]!, df, tail, transform })
}

/** The intervals of a mean of clustered rows, all methods but the bootstraps. `streams` are those of this world. */
export function meanIntervals(
  values: Float64Array,
  clusters: Int32Array,
  streams: StreamFactory,
): Record<string, Interval> {
  const fit = leastSquares(new Float64Array(values.length).fill(1), values)
  const mean = meanWithout(values, clusters)
  return {
    clusterJackknife: jackknifeInterval(clusters, mean),
    clusterMean: studentInterval({ ...clusterMean({ values, clusters }), tail }),
    ...coefficientIntervals(fit, clusters, 0, streams),
    ...given('wildClusterBootstrap', () =>
      wildClusterBootstrap({
        values,
        clusters,
        weights: 'webb',
        draws: draws.wild,
        tail,
        stream: streams('unrestricted'),
      }),
    ),
    ...given('signFlipInterval', () =>
      signFlipInterval({
        differences: values,
        clusters,
        weigh: 'rows',
        draws: draws.wild,
        tail,
        stream: streams('flips'),
      }),
    ),
  }
}

/** The intervals of one coefficient of a linear fit to clustered rows. */
export function coefficientIntervals(
  fit: WildCluster['fit'],
  clusters: Int32Array,
  coefficient: number,
  streams: StreamFactory,
): Record<string, Interval> {
  const value = fit.coefficients[coefficient]!
  const [two, three] = [cr2(fit, clusters), cr3(fit, clusters)]
  const ask = { fit, clusters, coefficient, draws: draws.wild, tail }
  return {
    cr2: studentInterval({ value, se: two.se[coefficient]!, df: two.df[coefficient]!, tail }),
    cr3: studentInterval({ value, se: three.se[coefficient]!, df: three.df[coefficient]!, tail }),
    ...given('wildClusterInterval, webb', () =>
      wildClusterInterval({ ...ask, multipliers: 'webb', stream: streams('webb') }),
    ),
    ...given('wildClusterInterval, rademacher', () =>
      wildClusterInterval({ ...ask, multipliers: 'rademacher', stream: streams('signs') }),
    ),
  }
}

/** Names of the bootstrap intervals below. */
export const bootstraps: readonly string[] = ['percentileInterval', 'bcaInterval']

/** The bootstrap intervals, made also where the number of units is too small for the code to offer them. */
export function bootstrapIntervals(
  units: Int32Array,
  statistic: WeightedStatistic,
  streams: StreamFactory,
): Record<string, Interval> {
  const drawn = {
    ...bootstrap({ units, statistic, draws: draws.resamples, stream: streams('resamples') }),
    effectiveUnits: Infinity,
  }
  return {
    percentileInterval: percentileInterval(drawn, [tail, tail]),
    ...given('bcaInterval', () =>
      bcaInterval({ ...drawn, deleteOne: deleteOneValues({ units, statistic }), tails: [tail, tail] }),
    ),
  }
}

/** The sums and numbers of rows by cluster, with the first row of each. */
function totalsOf(values: Float64Array, clusters: Int32Array) {
  const ids = [...new Set(clusters)]
  const place = new Map(ids.map((id, k) => [id, k]))
  const sums = new Float64Array(ids.length)
  const sizes = new Float64Array(ids.length)
  for (const [i, value] of values.entries()) {
    const k = place.get(clusters[i]!)!
    sums[k]! += value
    sizes[k]! += 1
  }
  return { place, first: Int32Array.from(ids, (id) => clusters.indexOf(id)), sums, sizes }
}

/** The mean of rows by weights; rows of a cluster are summed once, because they are drawn together. */
export function clusterTotalsMean(values: Float64Array, clusters: Int32Array): WeightedStatistic {
  const { first, sums, sizes } = totalsOf(values, clusters)
  return (weights) => {
    let [sum, total] = [0, 0]
    for (let k = 0; k < first.length; k++) {
      sum += weights[first[k]!]! * sums[k]!
      total += weights[first[k]!]! * sizes[k]!
    }
    return sum / total
  }
}

/** The mean of all rows, or of those outside one cluster. */
export function meanWithout(values: Float64Array, clusters: Int32Array): (leftOut: number | null) => number {
  const { place, sums, sizes } = totalsOf(values, clusters)
  const sum = sums.reduce((all, own) => all + own, 0)
  return (leftOut) => {
    const k = leftOut === null ? null : place.get(leftOut)!
    return k === null ? sum / values.length : (sum - sums[k]!) / (values.length - sizes[k]!)
  }
}
