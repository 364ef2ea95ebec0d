import type { Scores } from '@lawbook/routers'

/**
 * A request's scores with mean 0 and standard deviation 1 over the skills that are matched, so that corrections do not
 * depend on a router's scale; all 0 where the matched ones are equal. Unmatched skills get the lowest matched one's
 * value: what is known of them is that they are no better.
 */
export function scaled({ values, matched }: Scores): Float64Array {
  let [n, sum, squares, lowest] = [0, 0, 0, Number.POSITIVE_INFINITY]
  for (let j = 0; j < values.length; j++) {
    if (matched[j] === 0) continue
    n++
    sum += values[j]!
    lowest = Math.min(lowest, values[j]!)
  }
  if (n === 0) return new Float64Array(values.length)
  const mean = sum / n
  for (let j = 0; j < values.length; j++) if (matched[j] === 1) squares += (values[j]! - mean) * (values[j]! - mean)
  const spread = Math.sqrt(squares / n) || 1
  return values.map((value, j) => ((matched[j] === 1 ? value : lowest) - mean) / spread)
}
