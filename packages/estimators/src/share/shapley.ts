import { fail } from '@lawbook/base'
import { rSquared } from '../compare/rSquared.ts'
import { leastSquares } from '../fit/leastSquares.ts'

/**
 * Shapley's shares of a set function among k players, 1 <= k <= 16. `value(mask)` is the worth of the set of players
 * whose bits are set (player 0 is bit 0), asked for once a subset. The share of player i is its mean contribution over
 * all orders of joining,
 *
 *   phi_i = sum over sets S without i of |S|! (k - |S| - 1)! / k! (v(S + i) - v(S)),
 *
 * in the unit of v; shares may be negative, and sum to v(all) - v(empty) (Shapley 1953). Time and calls 2^k. Throws
 * LB_DOMAIN for another k, LB_NOT_FINITE when a value is not finite.
 */
export function shapley(players: number, value: (mask: number) => number): Float64Array {
  if (!Number.isInteger(players) || players < 1 || players > 16)
    fail('LB_DOMAIN', `cannot share among ${players} players; their number must be an integer in [1, 16]`)
  const sets = 1 << players
  const worth = new Float64Array(sets)
  const size = new Int32Array(sets)
  for (let mask = 0; mask < sets; mask++) {
    worth[mask] = value(mask)
    if (!Number.isFinite(worth[mask])) fail('LB_NOT_FINITE', `the value of set ${mask} is ${worth[mask]}`)
    size[mask] = size[mask >> 1]! + (mask & 1)
  }
  // s! (k - s - 1)! / k! = 1 / (k C(k - 1, s))
  const chance = new Float64Array(players)
  chance[0] = 1 / players
  for (let s = 1; s < players; s++) chance[s] = (chance[s - 1]! * s) / (players - s)
  const shares = new Float64Array(players)
  for (let i = 0; i < players; i++) {
    const bit = 1 << i
    const bySize = new Float64Array(players)
    for (let mask = 0; mask < sets; mask++)
      if ((mask & bit) === 0) bySize[size[mask]!]! += worth[mask | bit]! - worth[mask]!
    shares[i] = bySize.reduce((sum, rise, s) => sum + chance[s]! * rise, 0)
  }
  return shares
}

/**
 * The shares of k predictors in the R^2 of a linear regression with intercept: each predictor's rise in R^2, averaged
 * over all orders of entering (Lindeman, Merenda and Gold 1980; "LMG" in Groemping 2006), which is Shapley's share.
 * They are >= 0 up to rounding and sum to the R^2 of the full regression. `predictors` is n x k row by row, without
 * the column of ones, n the length of y. Costs 2^k fits. Throws LB_FIT when lengths do not match, y is constant, or
 * predictors and the constant are linearly dependent, LB_DOMAIN for more than 16 predictors.
 */
export function rSquaredShares(predictors: Float64Array, y: Float64Array): Float64Array {
  const n = y.length
  const players = predictors.length / n
  if (!Number.isInteger(players))
    fail('LB_FIT', `${predictors.length} predictor values do not divide into ${n} rows; give as many in each`)
  return shapley(players, (mask) => {
    if (mask === 0) return 0
    const design: number[] = []
    for (let row = 0; row < n; row++) {
      design.push(1)
      for (let j = 0; j < players; j++) if ((mask >> j) & 1) design.push(predictors[row * players + j]!)
    }
    const { residuals } = leastSquares(Float64Array.from(design), y)
    return rSquared(
      y,
      y.map((value, row) => value - residuals[row]!),
    )
  })
}
