import { fail, type Stream } from '@lawbook/base'
import { permutationTest } from '../hypothesis/permutation.ts'
import { fitLaw } from '../laws/fitLaw.ts'
import type { Law } from '../laws/law.ts'
import type { PointKind } from './information.ts'
import { sizesOf } from './refit.ts'

/** Whether a law explains more than a constant does. */
export type LawAgainstConstant = {
  /** R^2 of the law on the points as they are, at most 1, below 0 when the mean fits better; null without a point. */
  readonly rSquared: number | null
  readonly p: number
  /** Whether p is from all distinct arrangements, and how many arrangements were tried. */
  readonly exact: boolean
  readonly arrangements: number
  /** How many of these had a fit without a point. */
  readonly withoutPoint: number
}

/**
 * The permutation test of "y does not depend on x" by what a law explains:
 *
 *   R^2 = 1 - sum w_i (y_i - f_i)^2 / sum w_i (y_i - m)^2,   m = sum w_i y_i / sum w_i,
 *
 * for the law fitted to the points, and fitted again to every arrangement of y against x. p is the share of
 * arrangements that it explains at least as well: from all distinct ones where these number at most `draws`, else from
 * that many random ones (see `permutationTest`). A fit on a bound counts; one without a point, or worse than the mean,
 * explains nothing (0). So p is 1 unless the law beats the constant.
 *
 * Under the null P(p <= alpha) <= alpha for every law and number of points, because each arrangement is fitted as the
 * points were, from the law's own starts: whatever the law can make of noise it makes of all arrangements alike (Fisher
 * 1935; Phipson and Smyth 2010). The F test promises no level for a nonlinear law: under the null its shape is not
 * identified, and the best of many shapes is compared with the distribution for one (Davies 1987). Where hardly any
 * arrangement beats the constant the level is below alpha, because those that explain nothing are ties. A small p says
 * that y depends on x, not that this is the law.
 *
 * Points must be exchangeable under the null: independent, with errors of one distribution. With `blocks` (an index a
 * point) they need be so only inside a block: a cluster that was observed at several x and has a level of its own is
 * one. `weights` (n, above 0) must be equal inside a block, because points of different precision are not exchangeable.
 * Throws LB_DOMAIN for points of an exact curve; LB_FIT where weights differ inside a block or all y are equal; and as
 * `fitLaw` and `permutationTest` do.
 */
export function lawAgainstConstant({
  law,
  x,
  y,
  weights,
  points,
  draws,
  stream,
  blocks,
}: {
  law: Law
  x: Float64Array
  y: Float64Array
  weights?: Float64Array
  points: PointKind
  draws: number
  stream: Stream
  blocks?: Int32Array
}): LawAgainstConstant {
  if (points === 'exact-curve')
    fail(
      'LB_DOMAIN',
      'points of an exact curve share their rows, so that they cannot be exchanged; test the slope by clusters of rows instead',
    )
  const sizes = sizesOf(law, { x, y, weights })
  if (weights !== undefined) checkWeights(weights, blocks)
  if (y.every((value) => value === y[0]))
    fail('LB_FIT', `all ${y.length} values are ${y[0]}, so that there is nothing to explain`)

  const total = squaredDeviation(y, weights)
  const arranged = new Float64Array(x.length)
  const explained: (number | null)[] = []
  const { p, exact, arrangements } = permutationTest({
    // Points that share their x share a label: arrangements that differ in their order alone are the same one.
    labels: labelsOf(sizes, y.length),
    statistic(labels) {
      for (let i = 0; i < y.length; i++) arranged.set(sizes[labels[i]!]!.x, i * law.inputs.length)
      const fit = fitLaw(law, arranged, y, { weights })
      const share = fit.status === 'converged' || fit.status === 'bound-hit' ? 1 - fit.sse / total : null
      explained.push(share)
      return Math.max(share ?? 0, 0)
    },
    draws,
    stream,
    ...(blocks === undefined ? {} : { blocks }),
  })
  const [rSquared, ...others] = explained
  return {
    rSquared: rSquared!,
    p,
    exact,
    arrangements,
    withoutPoint: others.filter((share) => share === null).length,
  }
}

function checkWeights(weights: Float64Array, blocks: Int32Array | undefined): void {
  const known = new Map<number, number>()
  for (const [i, weight] of weights.entries()) {
    const block = blocks === undefined ? 0 : blocks[i]!
    const first = known.get(block) ?? weight
    if (weight !== first)
      fail(
        'LB_FIT',
        `points of one block weigh ${first} and ${weight} and cannot be exchanged; give blocks of equal weights`,
      )
    known.set(block, first)
  }
}

function squaredDeviation(y: Float64Array, weights: Float64Array | undefined): number {
  let [sum, weight] = [0, 0]
  for (let i = 0; i < y.length; i++) {
    sum += (weights?.[i] ?? 1) * y[i]!
    weight += weights?.[i] ?? 1
  }
  return y.reduce((total, value, i) => total + (weights?.[i] ?? 1) * (value - sum / weight) * (value - sum / weight), 0)
}

function labelsOf(sizes: readonly { readonly at: readonly number[] }[], n: number): Int32Array {
  const labels = new Int32Array(n)
  for (const [label, { at }] of sizes.entries()) for (const i of at) labels[i] = label
  return labels
}
