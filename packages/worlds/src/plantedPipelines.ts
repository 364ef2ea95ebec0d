import { fail, type Stream } from '@lawbook/base'
import { normalQuantile } from '@lawbook/estimators'
import { clusterEffects, clusteredScores } from './clusterEffects.ts'

/**
 * A pair of steps A then B: the chance that A is right, that B is right when it is asked alone, without a state, and
 * that both are right when B follows A.
 */
export type TwoSteps = { readonly first: number; readonly second: number; readonly both: number }

/**
 * Two steps with a known residual: P(both) = P(A) P(B) + residual, P(B) that of B alone; 0 where the steps are
 * independent. P(both) must lie in [0, P(A)], so the residual in [-P(A) P(B), P(A) (1 - P(B))]. The bound of Frechet by
 * P(B) does not hold here, since B alone is another condition than B after A. Throws LB_DOMAIN outside, and unless P(A)
 * and P(B) are in [0, 1].
 */
export function stepsByResidual(first: number, second: number, residual: number): TwoSteps {
  if (!(first >= 0 && first <= 1 && second >= 0 && second <= 1))
    fail('LB_DOMAIN', `cannot plant steps right with chances ${first} and ${second}; both must be in [0, 1]`)
  const both = first * second + residual
  // Rounding may carry steps at the very bound past it by a unit in the last place.
  if (!(both >= -1e-15 && both <= first + 1e-15))
    fail('LB_DOMAIN', `cannot plant steps that are both right with chance ${both}; it must be in [0, P(A) = ${first}]`)
  return { first, second, both: Math.min(Math.max(both, 0), first) }
}

/**
 * Two steps with a known rescue ratio P(both) / (P(A) P(B)) = P(B | A right) / P(B): 1 for independent steps, at most
 * 1 / P(B), so that a fourfold rescue needs P(B) <= 1/4. Throws LB_DOMAIN as `stepsByResidual` does, with
 * residual = (rescue - 1) P(A) P(B).
 */
export function stepsByRescue(first: number, second: number, rescue: number): TwoSteps {
  return stepsByResidual(first, second, (rescue - 1) * first * second)
}

/** What was right in how many runs of each pair: one count a pair in each array. */
export type PlantedPipelines = {
  /** A was right. */
  readonly first: Int32Array
  /** B was right when it was asked alone. */
  readonly second: Int32Array
  /** A was right, and B after it. */
  readonly both: Int32Array
}

/**
 * Draws `runs` runs of each pair of steps, each with B asked alone and after A. A is right if z < Phi^-1(P(A)), B alone
 * if z < Phi^-1(P(B)), B after a right A if z < Phi^-1(P(both) / P(A)), each with a score z of its own that is alike in
 * pairs of a cluster by rho (Gaussian copula): A has one effect a cluster, B another in both conditions, the same in
 * all runs. A and B share none, so every count follows its pair's law exactly. `clusters` is the cluster of each pair.
 * Throws LB_FIT where pairs and clusters differ in number, LB_DOMAIN for rho outside [0, 1] or runs below 1.
 */
export function plantedPipelines(
  pairs: readonly TwoSteps[],
  options: {
    readonly clusters: Int32Array
    readonly runs: number
    readonly rho: number
    readonly stream: Stream
  },
): PlantedPipelines {
  const { clusters, runs, rho, stream } = options
  if (clusters.length !== pairs.length)
    fail('LB_FIT', `${pairs.length} pairs of steps came with ${clusters.length} clusters; give as many of each`)
  if (!(Number.isInteger(runs) && runs >= 1))
    fail('LB_DOMAIN', `cannot run each pair ${runs} times; runs must be an integer of at least 1`)
  const limits = pairs.map(({ first, second, both }) => ({
    first: normalQuantile(first),
    second: normalQuantile(second),
    after: normalQuantile(first === 0 ? 0 : both / first),
  }))
  const first = new Int32Array(pairs.length)
  const second = new Int32Array(pairs.length)
  const both = new Int32Array(pairs.length)
  const [effectsOfA, effectsOfB] = [clusterEffects(clusters, stream), clusterEffects(clusters, stream)]
  for (let run = 0; run < runs; run++) {
    const a = clusteredScores(effectsOfA, rho, stream)
    const alone = clusteredScores(effectsOfB, rho, stream)
    const after = clusteredScores(effectsOfB, rho, stream)
    for (const [i, limit] of limits.entries()) {
      const right = a[i]! < limit.first
      if (right) first[i]! += 1
      if (alone[i]! < limit.second) second[i]! += 1
      if (right && after[i]! < limit.after) both[i]! += 1
    }
  }
  return { first, second, both }
}

/**
 * What a study of these pairs estimates. `residual` is the mean over pairs of P(both) - P(A) P(B). `pooledResidual` is
 * mean P(both) - mean P(A) mean P(B): it adds the covariance of P(A) and P(B) over pairs, so it is not 0 where steps
 * are independent but easy pairs are easy in both. `rescue` is the ratio of means, sum P(both) / sum P(A) P(B), null
 * where independent steps would never both be right. Throws LB_FIT without pairs.
 */
export function pipelineTruth(pairs: readonly TwoSteps[]): {
  readonly residual: number
  readonly pooledResidual: number
  readonly rescue: number | null
} {
  if (pairs.length === 0) fail('LB_FIT', 'there is no truth about no pairs of steps; give at least one')
  const mean = (of: (pair: TwoSteps) => number): number => pairs.reduce((sum, pair) => sum + of(pair), 0) / pairs.length
  const both = mean((pair) => pair.both)
  const chance = mean(({ first, second }) => first * second)
  return {
    residual: mean((pair) => pair.both - pair.first * pair.second),
    pooledResidual: both - mean(({ first }) => first) * mean(({ second }) => second),
    rescue: chance > 0 ? both / chance : null,
  }
}
