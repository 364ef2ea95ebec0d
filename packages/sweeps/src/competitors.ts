import { fail } from '@lawbook/base'
import { type BeatSets, beats } from './beatSets.ts'
import { checkSizes, missTable } from './hypergeometric.ts'

/** How far the accuracy at each size moves when one skill leaves the pool of competitors. */
export type CompetitorInfluence = {
  readonly sizes: readonly number[]
  /** Row-major, one row a skill, one column a size. */
  readonly change: Float64Array
}

/**
 * The change in exact accuracy when skill j leaves the pool, for every j. Accuracy at size N is a U-statistic of order
 * m = N - 1 over the M = S - 1 competitors (kernel: the share of requests that a set of m competitors leaves right), so
 * these changes are its Hájek projection up to sign and scale: theta(-j) - theta = -m/(M - m) · (h_1(j) - theta)
 * (Hoeffding 1948; Arvesen 1969). Requests whose right skill is j keep their value. Sizes in [1, S - 1]: without j
 * there is no library of S.
 */
export function competitorInfluence(sets: BeatSets, sizes: readonly number[]): CompetitorInfluence {
  const { requests, skills, targets, reachable, sizes: beaten } = sets
  checkSizes(sizes, skills - 1)
  const change = new Float64Array(skills * sizes.length)
  sizes.forEach((size, k) => {
    const before = missTable(skills - 1, size - 1)
    const after = missTable(skills - 2, size - 1)
    let bystander = 0
    for (let i = 0; i < requests; i++) {
      if (reachable[i] === 0) continue
      const r = beaten[i]!
      // A set of all competitors cannot lose a bystander: then the first term is never used.
      const asBystander = (after[r] ?? 0) - before[r]!
      bystander += asBystander
      change[targets[i]! * sizes.length + k]! -= asBystander
      const asBeater = r === 0 ? 0 : after[r - 1]! - before[r]! - asBystander
      for (let j = 0; j < skills && r > 0; j++) if (beats(sets, j, i)) change[j * sizes.length + k]! += asBeater
    }
    for (let j = 0; j < skills; j++) {
      const at = j * sizes.length + k
      change[at] = (change[at]! + bystander) / requests
    }
  })
  return { sizes, change }
}

/**
 * The variance over redrawn pools of competitors of a weighted sum of the accuracies (the weights of the slope:
 * `lineWeights`; of one size: 1 and zeros): the delete-one jackknife of a U-statistic,
 * (M - 1)/M · sum over j of (change_j - mean change)², with M = S - 1 (Arvesen 1969, Jackknifing U-statistics). The plain
 * projection m²/M · Var h_1 is smaller by ((M - m)/(M - 1))² and useless once N is a large part of the pool.
 */
export function competitorVariance({ sizes, change }: CompetitorInfluence, weights: Float64Array): number {
  if (weights.length !== sizes.length)
    fail('LB_DOMAIN', `${weights.length} weights for ${sizes.length} sizes; give one a size`)
  const skills = change.length / sizes.length
  const moved = Float64Array.from({ length: skills }, (_, j) =>
    weights.reduce((sum, weight, k) => sum + weight * change[j * sizes.length + k]!, 0),
  )
  const mean = moved.reduce((sum, value) => sum + value, 0) / skills
  const squares = moved.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  return ((skills - 2) / (skills - 1)) * squares
}
