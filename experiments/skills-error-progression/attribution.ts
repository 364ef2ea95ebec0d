import { roundScore } from '@lawbook/base'
import { spearman } from '@lawbook/estimators'
import type { Row } from '@lawbook/schemas'
import { type RankMatrix, unmatched } from '@lawbook/sweeps'

/**
 * Does a skill that wrongly wins often also have requests that are hard? Spearman's correlation over skills between
 * column capture (wrong picks of skill j in the full library, over the requests meant for others) and row difficulty
 * (the mean share of competitors that beat skill j on its own requests, ties by half). One row without any package
 * ("none"), then one for each package left out with its skills and its requests; `pairs` counts skills. Null where one
 * side does not vary.
 */
export function attributionRows(
  matrix: RankMatrix,
  picks: readonly number[],
  packageOf: Int32Array,
  about: Row,
): Row[] {
  const difficulty = Float64Array.from({ length: matrix.requests }, (_, i) => beatenShare(matrix, i))
  const groups = [...new Set(matrix.targets)].map((j) => packageOf[j]!)
  return [null, ...new Set(groups)].map((leftOut): Row => {
    const captured = new Map<number, number>()
    const hard = new Map<number, { sum: number; n: number }>()
    matrix.targets.forEach((target, i) => {
      if (packageOf[target] === leftOut) return
      const chosen = picks[i]!
      if (chosen !== -1) captured.set(chosen, (captured.get(chosen) ?? 0) + 1)
      const own = hard.get(target) ?? { sum: 0, n: 0 }
      hard.set(target, { sum: own.sum + difficulty[i]!, n: own.n + 1 })
    })
    const skills = [...hard.keys()]
    const x = Float64Array.from(skills, (j) => captured.get(j) ?? 0)
    const y = Float64Array.from(skills, (j) => hard.get(j)!.sum / hard.get(j)!.n)
    const rho = varies(x) && varies(y) ? roundScore(spearman(x, y)) : null
    return {
      ...about,
      without: leftOut === null ? 'none' : leftOut,
      requests: groupSize(matrix, packageOf, leftOut),
      pairs: skills.length,
      rho,
    }
  })
}

/** The share of competitors that score above the right skill, half of those that tie with it. */
function beatenShare({ skills, ranks, targets }: RankMatrix, i: number): number {
  const own = ranks[i * skills + targets[i]!]!
  let beaten = 0
  for (let j = 0; j < skills; j++) {
    const rank = ranks[i * skills + j]!
    if (j === targets[i]) continue
    if (rank < own) beaten++
    else if (rank === own && own !== unmatched) beaten += 0.5
  }
  return beaten / (skills - 1)
}

/** Requests of the package left out, or of all. */
function groupSize({ targets }: RankMatrix, packageOf: Int32Array, group: number | null): number {
  return targets.reduce((sum, target) => sum + (group === null || packageOf[target] === group ? 1 : 0), 0)
}

function varies(values: Float64Array): boolean {
  return values.some((value) => value !== values[0])
}
