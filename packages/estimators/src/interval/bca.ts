import { fail } from '@lawbook/base'
import { normalCdf, normalQuantile } from '../distribution/normal.ts'
import type { Bootstrap, WeightedStatistic } from './bootstrap.ts'
import { clustersOf } from './clusters.ts'
import { checkTail, checkUnits, quantiles, type Tails } from './percentile.ts'
import type { Interval } from './student.ts'

/**
 * The bias-corrected and accelerated bootstrap interval, BCa (Efron 1987): the quantiles (type 7 of Hyndman and Fan
 * 1996) of the replicates at
 *
 *   Phi(z0 + (z0 + z) / (1 - a (z0 + z))),   z = Phi^-1(tails[0]) and Phi^-1(1 - tails[1]),
 *   z0 = Phi^-1(share of replicates below the value, ties counted half),
 *   a = sum_g d_g^3 / (6 (sum_g d_g^2)^1.5),   d_g = mean of theta_(-g) - theta_(-g),
 *
 * with theta_(-g) from `deleteOneValues` on the same units. Replicates within 1e-12 of the largest size are ties,
 * since sums are rounded. With few units it is too short all the same, and with 30 rows of unequal
 * variance (docs/tables/coverage-independent.md). Throws LB_NOT_FINITE for a value that is not finite among the
 * jackknife's; LB_DOMAIN for fewer than 30 effective units, for a tail outside (0, 0.5), when all replicates lie on one
 * side of the value, when no unit changes it, when a is too large for the tails, and when the corrected tail asks for
 * more replicates than there are.
 */
export function bcaInterval({
  value,
  replicates,
  effectiveUnits,
  deleteOne,
  tails,
}: Bootstrap & { deleteOne: Float64Array; tails: Tails }): Interval {
  for (const tail of tails) checkTail(tail)
  checkUnits(effectiveUnits)
  const bias = normalQuantile(shareBelow(value, replicates))
  const skew = acceleration(deleteOne)
  const corrected = (z: number): number => {
    const shrink = 1 - skew * (bias + z)
    if (!(shrink > 0))
      fail('LB_DOMAIN', `an acceleration of ${skew} is too large for tails of ${tails}; use a percentile interval`)
    return normalCdf(bias + (bias + z) / shrink)
  }
  return quantiles(replicates, corrected(normalQuantile(tails[0])), corrected(-normalQuantile(tails[1])))
}

/**
 * The statistic without each unit in turn, theta_(-g), in rising order of the unit's number. Throws LB_FIT below two.
 */
export function deleteOneValues({
  units,
  statistic,
}: {
  units: Int32Array
  statistic: WeightedStatistic
}): Float64Array {
  const weights = new Float64Array(units.length)
  return Float64Array.from(clustersOf(units).ids, (id) => {
    for (let i = 0; i < weights.length; i++) weights[i] = units[i] === id ? 0 : 1
    return statistic(weights)
  })
}

function shareBelow(value: number, replicates: Float64Array): number {
  const slack = 1e-12 * replicates.reduce((largest, replicate) => Math.max(largest, Math.abs(replicate)), 0)
  let below = 0
  for (const replicate of replicates) {
    if (Math.abs(replicate - value) <= slack) below += 0.5
    else if (replicate < value) below += 1
  }
  if (below === 0 || below === replicates.length)
    fail('LB_DOMAIN', `all ${replicates.length} replicates lie on one side of ${value}; BCa needs some on both`)
  return below / replicates.length
}

function acceleration(deleteOne: Float64Array): number {
  const mean = deleteOne.reduce((sum, theta) => sum + theta, 0) / deleteOne.length
  let [squares, cubes] = [0, 0]
  for (const theta of deleteOne) {
    const d = mean - theta
    squares += d * d
    cubes += d * d * d
  }
  if (!Number.isFinite(cubes)) fail('LB_NOT_FINITE', 'the statistic is not finite without some unit; BCa needs all')
  if (squares === 0) fail('LB_DOMAIN', 'no unit changes the statistic; BCa needs a spread between units')
  return cubes / (6 * squares * Math.sqrt(squares))
}
