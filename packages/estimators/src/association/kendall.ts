import type { Stream } from '@lawbook/base'
import { checkPairs } from './pearson.ts'
import { doubledRanks, rankTest } from './ranks.ts'

/**
 * Kendall's tau-b of n >= 2 pairs, corrected for ties: (C - D) / sqrt((n0 - nx)(n0 - ny)), where C and D count the
 * concordant and discordant pairs of pairs, n0 = n (n - 1) / 2, and nx, ny count those tied in x and in y (Kendall
 * 1945). In [-1, 1]. Time O(n log n) (Knight 1966). Throws LB_DOMAIN when x or y is constant, LB_FIT for lengths that
 * differ or fewer than 2 pairs, LB_NOT_FINITE for NaN or an infinite value.
 */
export function kendall(x: Float64Array, y: Float64Array): number {
  checkPairs(x, y)
  const ranksOfX = doubledRanks(x)
  const ranksOfY = doubledRanks(y)
  const all = (x.length * (x.length - 1)) / 2
  const untiedX = all - tiedPairs(Float64Array.from(ranksOfX).sort())
  const untiedY = all - tiedPairs(Float64Array.from(ranksOfY).sort())
  return concordance(ranksOfX, ranksOfY) / Math.sqrt(untiedX * untiedY)
}

/**
 * Kendall's tau-b with the two-sided permutation p-value of |tau|: exact with at most 8 pairs or where all distinct
 * orders of y number at most `draws`, else (1 + hits) / (1 + draws) from random orders (Phipson and Smyth 2010).
 * Throws as `kendall` does, and LB_DOMAIN unless `draws` is a positive integer.
 */
export function kendallTest(ask: { x: Float64Array; y: Float64Array; draws: number; stream: Stream }): {
  tau: number
  p: number
  exact: boolean
} {
  // The denominator of tau-b is the same in every order, so C - D stands for it.
  const { p, exact } = rankTest({ ...ask, score: concordance })
  return { tau: kendall(ask.x, ask.y), p, exact }
}

/**
 * C - D from doubled ranks, by Knight's method: with the pairs sorted by x and then y, D is the number of exchanges
 * that sort y, and C + D = n0 - nx - ny + nxy.
 */
function concordance(ranksOfX: Int32Array, ranksOfY: Int32Array): number {
  const n = ranksOfX.length
  // Ranks are at most 2 n, so that one number holds both and sorts as the pair does.
  const base = 2 * n + 1
  const pairs = new Float64Array(n)
  for (let i = 0; i < n; i++) pairs[i] = ranksOfX[i]! * base + ranksOfY[i]!
  pairs.sort()
  const tiedBoth = tiedPairs(pairs)
  const tiedX = tiedPairs(pairs.map((pair) => Math.floor(pair / base)))
  const y = pairs.map((pair) => pair % base)
  const discordant = sortCounting(y)
  const tiedY = tiedPairs(y)
  return (n * (n - 1)) / 2 - tiedX - tiedY + tiedBoth - 2 * discordant
}

/** The number of pairs of equal values among sorted values: t (t - 1) / 2 for each run of t. */
function tiedPairs(sorted: Float64Array): number {
  let pairs = 0
  let run = 0
  for (let i = 1; i < sorted.length; i++) {
    run = sorted[i] === sorted[i - 1] ? run + 1 : 0
    pairs += run
  }
  return pairs
}

/** Sort in place by merging; returns the number of pairs that stood in the wrong order. */
function sortCounting(values: Float64Array): number {
  const n = values.length
  const merged = new Float64Array(n)
  let inversions = 0
  for (let width = 1; width < n; width *= 2) {
    for (let start = 0; start < n; start += 2 * width) {
      const middle = Math.min(start + width, n)
      const end = Math.min(start + 2 * width, n)
      let [left, right] = [start, middle]
      for (let k = start; k < end; k++) {
        if (left < middle && (right === end || values[left]! <= values[right]!)) merged[k] = values[left++]!
        else {
          inversions += middle - left
          merged[k] = values[right++]!
        }
      }
    }
    values.set(merged)
  }
  return inversions
}
