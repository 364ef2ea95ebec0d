import { clusterJackknife, effectiveClusters } from '@lawbook/estimators'
import type { RequestCurves } from './exactAccuracy.ts'

/**
 * Exact curves of one router, summed by cluster, so that leaving a cluster out costs one subtraction a size. Several
 * strata (the two wordings) count equally: the curve is the mean of their mean curves.
 */
export type Sample = {
  readonly sizes: readonly number[]
  readonly clusters: number
  readonly strata: readonly Stratum[]
  /** The mean curve without a cluster's requests *and* skills, where the pool of competitors is resampled as well. */
  readonly without?: (cluster: number) => Float64Array
}

/** One stratum of a sample: its curves summed by cluster. */
export type Stratum = {
  /** clusters x sizes, row-major: the sum over the cluster's requests. */
  readonly sums: Float64Array
  readonly totals: Float64Array
  /** Requests a cluster. */
  readonly counts: Int32Array
  readonly n: number
}

/** Sum the curves of one stratum by cluster; `clusterOf[i]` is the cluster of request i, in [0, clusters). */
export function stratum(curves: RequestCurves, clusterOf: Int32Array, clusters: number): Stratum {
  const S = curves.sizes.length
  const sums = new Float64Array(clusters * S)
  const totals = new Float64Array(S)
  const counts = new Int32Array(clusters)
  for (let i = 0; i < clusterOf.length; i++) {
    const cluster = clusterOf[i]!
    counts[cluster]!++
    for (let k = 0; k < S; k++) {
      const value = curves.right[i * S + k]!
      sums[cluster * S + k]! += value
      totals[k]! += value
    }
  }
  return { sums, totals, counts, n: clusterOf.length }
}

/** The mean accuracy at each size, over all requests or over all but one cluster's. */
export function meanCurve(sample: Sample, leftOut: number | null): Float64Array {
  if (leftOut !== null && sample.without !== undefined) return sample.without(leftOut)
  const S = sample.sizes.length
  const curve = new Float64Array(S)
  for (const { sums, totals, counts, n } of sample.strata) {
    const left = leftOut === null ? n : n - counts[leftOut]!
    for (let k = 0; k < S; k++) {
      const sum = leftOut === null ? totals[k]! : totals[k]! - sums[leftOut * S + k]!
      curve[k]! += sum / left / sample.strata.length
    }
  }
  return curve
}

/** How many requests, in how many clusters worth how many equal ones. */
export function sizeOf(sample: Sample): { requests: number; clusters: number; effective: number } {
  const counts = Array.from({ length: sample.clusters }, (_, g) =>
    sample.strata.reduce((sum, s) => sum + s.counts[g]!, 0),
  ).filter((n) => n > 0)
  return {
    requests: sample.strata.reduce((sum, { n }) => sum + n, 0),
    clusters: counts.length,
    effective: effectiveClusters(counts),
  }
}

/** The delete-one-cluster jackknife of any vector of statistics of the mean curves of several samples. */
export function jackknife(samples: readonly Sample[], statistic: (curves: Float64Array[]) => Float64Array) {
  const [first] = samples
  const clusters = first!.clusters
  const rows: number[] = []
  for (let g = 0; g < clusters; g++) {
    const requests = first!.strata.reduce((sum, { counts }) => sum + counts[g]!, 0)
    for (let i = 0; i < requests; i++) rows.push(g)
  }
  return clusterJackknife({
    clusters: Int32Array.from(rows),
    statistic: (leftOut) => statistic(samples.map((sample) => meanCurve(sample, leftOut))),
  })
}
