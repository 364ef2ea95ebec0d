import type { Stream } from '@lawbook/base'
import { checkPairs, pearson } from './pearson.ts'
import { midRanks, rankTest } from './ranks.ts'

/**
 * Spearman's rank correlation rho of n >= 2 pairs: Pearson's r of the mid-ranks (Spearman 1904), in [-1, 1]; ties are
 * allowed. Throws LB_DOMAIN when x or y is constant, LB_FIT for lengths that differ or fewer than 2 pairs,
 * LB_NOT_FINITE for NaN or an infinite value.
 */
export function spearman(x: Float64Array, y: Float64Array): number {
  checkPairs(x, y)
  return pearson(midRanks(x), midRanks(y))
}

/**
 * Spearman's rho with the two-sided permutation p-value of |rho|: exact with at most 8 pairs or where all distinct
 * orders of y number at most `draws`, else (1 + hits) / (1 + draws) from random orders (Phipson and Smyth 2010).
 * Throws as `spearman` does, and LB_DOMAIN unless `draws` is a positive integer.
 */
export function spearmanTest(ask: { x: Float64Array; y: Float64Array; draws: number; stream: Stream }): {
  rho: number
  p: number
  exact: boolean
} {
  const { p, exact } = rankTest({ ...ask, score: rankProducts })
  return { rho: spearman(ask.x, ask.y), p, exact }
}

/** Four times the sum of products of centred ranks, from doubled ranks, whose mean is n + 1. */
function rankProducts(ranksOfX: Int32Array, ranksOfY: Int32Array): number {
  const mean = ranksOfX.length + 1
  let sum = 0
  for (let i = 0; i < ranksOfX.length; i++) sum += (ranksOfX[i]! - mean) * (ranksOfY[i]! - mean)
  return sum
}
