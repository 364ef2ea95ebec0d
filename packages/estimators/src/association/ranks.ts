import { fail, type Stream } from '@lawbook/base'
import { checkDraws, type PermutationTest, permutationTest } from '../hypothesis/permutation.ts'
import { checkPairs } from './pearson.ts'

/**
 * The rank of each value among all, 1 for the smallest; values that tie get the mean of the ranks they share
 * (mid-ranks, Kendall 1945), so that ranks always sum to n (n + 1) / 2. Throws LB_NOT_FINITE for NaN or an infinite
 * value.
 */
export function midRanks(values: Float64Array): Float64Array {
  const odd = values.findIndex((value) => !Number.isFinite(value))
  if (odd >= 0) fail('LB_NOT_FINITE', `cannot rank ${values[odd]} (value ${odd}); leave out missing values`)
  const order = Int32Array.from(values, (_, i) => i).sort((i, j) => values[i]! - values[j]!)
  const ranks = new Float64Array(values.length)
  for (let first = 0, next = 0; first < order.length; first = next) {
    while (next < order.length && values[order[next]!] === values[order[first]!]) next++
    for (let k = first; k < next; k++) ranks[order[k]!] = (first + 1 + next) / 2
  }
  return ranks
}

/** Twice the mid-ranks: integers, so that sums of their products are exact and ties between statistics are found. */
export function doubledRanks(values: Float64Array): Int32Array {
  return Int32Array.from(midRanks(values), (rank) => 2 * rank)
}

/** With so few pairs all orders of y (at most 8! = 40,320) are tried, however few draws are asked for. */
const alwaysExact = { pairs: 8, orders: 40_320 }

/**
 * The two-sided permutation test that the ranks of x and y are unrelated: the p-value of |score| of the doubled ranks
 * when those of y are put in every order (exact with at most 8 pairs, or at most `draws` distinct orders), or in
 * `draws` random ones. Throws as `checkPairs` and `permutationTest` do.
 */
export function rankTest({
  x,
  y,
  score,
  draws,
  stream,
}: {
  x: Float64Array
  y: Float64Array
  score: (ranksOfX: Int32Array, ranksOfY: Int32Array) => number
  draws: number
  stream: Stream
}): PermutationTest {
  checkPairs(x, y)
  checkDraws(draws)
  const ranksOfX = doubledRanks(x)
  return permutationTest({
    labels: doubledRanks(y),
    statistic: (ranksOfY) => Math.abs(score(ranksOfX, ranksOfY)),
    draws: x.length <= alwaysExact.pairs ? Math.max(draws, alwaysExact.orders) : draws,
    stream,
  })
}
