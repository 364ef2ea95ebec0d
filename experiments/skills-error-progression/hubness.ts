import type { Stream } from '@lawbook/base'
import { spearmanTest } from '@lawbook/estimators'

/**
 * Skewness of the in-degree, E[(k - mean)^3] / sd^3 over skills: the measure of hubness of Radovanovic, Nanopoulos and
 * Ivanovic (2010, Hubs in space), here of wrong picks (one a request). Null where all in-degrees are equal.
 */
export function skewness(counts: ArrayLike<number>): number | null {
  const n = counts.length
  let sum = 0
  for (let j = 0; j < n; j++) sum += counts[j]!
  const mean = sum / n
  let [square, cube] = [0, 0]
  for (let j = 0; j < n; j++) {
    const d = counts[j]! - mean
    square += d * d
    cube += d * d * d
  }
  return square === 0 ? null : cube / n / (Math.sqrt(square / n) * (square / n))
}

/** Skewness when so many wrong picks fall on skills uniformly: its mean over draws, and the p-value of the measured one. */
export function uniformSkewness(
  measured: number,
  picks: number,
  skills: number,
  draws: number,
  stream: Stream,
): { readonly mean: number; readonly p: number } {
  let [sum, atLeast] = [0, 0]
  const counts = new Int32Array(skills)
  for (let draw = 0; draw < draws; draw++) {
    counts.fill(0)
    for (let pick = 0; pick < picks; pick++) counts[stream.integer(skills)]!++
    const drawn = skewness(counts) ?? 0
    sum += drawn
    if (drawn >= measured) atLeast++
  }
  return { mean: sum / draws, p: (1 + atLeast) / (1 + draws) }
}

/**
 * Is the in-degree a property of the skill? Spearman's correlation of in-degrees on calibration and on held-out
 * requests, against shuffled skills. Null where one of them does not vary.
 */
export function persistence(first: Int32Array, second: Int32Array, draws: number, stream: Stream) {
  const varies = (counts: Int32Array): boolean => counts.some((count) => count !== counts[0])
  if (!varies(first) || !varies(second)) return null
  const { rho, p } = spearmanTest({ x: Float64Array.from(first), y: Float64Array.from(second), draws, stream })
  return { rho, p }
}

/**
 * The share of held-out wrong picks that fall on the m worst skills of calibration, for each m in `worst`: the average
 * over all orders of skills with equal calibration counts. `heldOut` holds a weight a skill; NaN where these sum to 0.
 */
export function concentration(calibration: Int32Array, heldOut: Float64Array, worst: readonly number[]): Float64Array {
  const levels = [...new Set(calibration)].sort((a, b) => b - a)
  const members = levels.map((level) => calibration.reduce((n, count) => n + (count === level ? 1 : 0), 0))
  const weights = levels.map((level) => heldOut.reduce((sum, w, j) => sum + (calibration[j] === level ? w : 0), 0))
  const total = weights.reduce((sum, w) => sum + w, 0)
  return Float64Array.from(worst, (m) => {
    let [left, sum] = [m, 0]
    levels.forEach((_, k) => {
      const taken = Math.min(left, members[k]!)
      sum += (weights[k]! * taken) / members[k]!
      left -= taken
    })
    return sum / total
  })
}
