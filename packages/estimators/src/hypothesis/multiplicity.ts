import { fail } from '@lawbook/base'

/**
 * Holm's adjusted p-values, in the order given: with p_(1) <= .. <= p_(m), the i-th is min(1, max_{j<=i} (m - j + 1)
 * p_(j)). Rejecting those at or below alpha keeps the probability of any false rejection at alpha under any dependence
 * (Holm 1979). Throws LB_DOMAIN for a p-value that is NaN or outside [0, 1].
 */
export function holm(p: Float64Array): Float64Array {
  const order = risingOrder(p)
  const adjusted = new Float64Array(p.length)
  let highest = 0
  for (let i = 0; i < order.length; i++) {
    highest = Math.max(highest, (p.length - i) * p[order[i]!]!)
    adjusted[order[i]!] = Math.min(1, highest)
  }
  return adjusted
}

/**
 * The adjusted p-values of Benjamini and Hochberg (1995), in the order given: with p_(1) <= .. <= p_(m), the i-th is
 * min(1, min_{j>=i} (m / j) p_(j)). Rejecting those at or below q keeps the expected share of false rejections at q
 * for independent or positively dependent tests. Throws LB_DOMAIN for a p-value that is NaN or outside [0, 1].
 */
export function benjaminiHochberg(p: Float64Array): Float64Array {
  const order = risingOrder(p)
  const adjusted = new Float64Array(p.length)
  let lowest = 1
  for (let i = order.length - 1; i >= 0; i--) {
    lowest = Math.min(lowest, (p.length / (i + 1)) * p[order[i]!]!)
    adjusted[order[i]!] = lowest
  }
  return adjusted
}

function risingOrder(p: Float64Array): Int32Array {
  const odd = p.findIndex((value) => !(value >= 0 && value <= 1))
  if (odd >= 0) fail('LB_DOMAIN', `p-value ${odd} is ${p[odd]}; it must be in [0, 1], and tests without one left out`)
  return Int32Array.from(p, (_, i) => i).sort((i, j) => p[i]! - p[j]!)
}
