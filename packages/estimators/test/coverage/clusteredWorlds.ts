import { integerPow, type Stream } from '@lawbook/base'
import { normalQuantile } from '../../src/distribution/normal.ts'

/** Rows in clusters of given sizes: the cluster of each row, in blocks. */
export function clustersOfSizes(sizes: readonly number[]): Int32Array {
  return Int32Array.from(sizes.flatMap((size, g) => Array.from({ length: size }, () => g)))
}

/** 53 clusters as unequal as packages of skills: a few of hundreds, many of a handful, G_eff about 15. */
export const packageSizes = geometric(53, 140, 0.85).map((size) => size + 3)

/** Sizes that fall by a ratio from cluster to cluster, rounded. */
export function geometric(count: number, first: number, ratio: number): number[] {
  return Array.from({ length: count }, (_, g) => Math.round(first * integerPow(ratio, g)))
}

/** Clusters of one size. */
export function equal(count: number, size: number): number[] {
  return Array.from({ length: count }, () => size)
}

/** Standard normal latent values with correlation `within` between the rows of a cluster. */
export function latentRows(clusters: Int32Array, within: number, stream: Stream): Float64Array {
  const shared = new Map<number, number>()
  for (const g of clusters) if (!shared.has(g)) shared.set(g, Math.sqrt(within) * stream.normal())
  return Float64Array.from(clusters, (g) => shared.get(g)! + Math.sqrt(1 - within) * stream.normal())
}

/** 1 where the latent value is below the quantile of `accuracy`, so that this is the accuracy exactly; else 0. */
export function rightOrWrong(latent: Float64Array, accuracy: number): Float64Array {
  const threshold = normalQuantile(accuracy)
  return latent.map((value) => (value < threshold ? 1 : 0))
}
