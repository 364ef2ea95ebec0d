/** Bins of similarity: bin 0 shares no word, bin k >= 1 starts at edges[k - 1]. */
export type Bins = { readonly edges: Float64Array; readonly count: number }

/** Any similarity above 0 is at least this: scores are rounded to 1e-6. */
const smallest = 1e-6

/** Bins cut at quantiles of these similarities; quantiles that fall on 0 or on each other make no bin. */
export function binsOf(similarities: Float64Array, quantiles: readonly number[]): Bins {
  const sorted = similarities.slice().sort()
  const cuts = quantiles.map((q) => sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? smallest)
  const edges = Float64Array.from(new Set([smallest, ...cuts.filter((cut) => cut > smallest)])).sort()
  return { edges, count: edges.length + 1 }
}

/** The bin of a similarity. */
export function binOf({ edges }: Bins, similarity: number): number {
  let bin = 0
  while (bin < edges.length && similarity >= edges[bin]!) bin++
  return bin
}

/** How many competitors of a pool are in each bin, or, with weights, how much of them. */
export function tally(
  bins: Bins,
  pool: Int32Array,
  similarity: Float64Array,
  weight: (j: number) => number = () => 1,
): Float64Array {
  const out = new Float64Array(bins.count)
  for (const j of pool) out[binOf(bins, similarity[j]!)]! += weight(j)
  return out
}
