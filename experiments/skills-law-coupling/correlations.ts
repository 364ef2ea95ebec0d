import type { Stream } from '@lawbook/base'
import { pearson, permutationTest, spearman } from '@lawbook/estimators'
import { levelsOf } from './levels.ts'
import { shifted } from './models.ts'
import type { Scene } from './scene.ts'

/** A family: means over its routers of the slope and of the chances without and with the executed state. */
export type FamilyPoint = { readonly b: number; readonly before: number; readonly after: number }

/** The families of a scene, over all pairs. */
export function familyPoints(scene: Scene): FamilyPoint[] {
  const { family, ...points } = levelsOf(scene).points()
  return scene.families.map((_, f) => {
    const mean = (values: Float64Array): number =>
      family.reduce((sum, own, r) => (own === f ? sum + points.weight[r]! * values[r]! : sum), 0)
    return { b: mean(points.b), before: mean(points.before), after: mean(points.after) }
  })
}

/** What a rescue can be called: a ratio, a difference, or the share of what was missing. */
export const outcomes = {
  ratio: ({ before, after }: FamilyPoint): number => after / before,
  difference: ({ before, after }: FamilyPoint): number => after - before,
  normalised: ({ before, after }: FamilyPoint): number => (after - before) / (1 - before),
} as const
export type OutcomeId = keyof typeof outcomes
export const outcomeIds = Object.keys(outcomes) as OutcomeId[]

const methods = { pearson, spearman }
export type Method = keyof typeof methods
export const methodIds = Object.keys(methods) as Method[]

/** The correlation of b with one outcome over families; null where one of the two does not vary or does not exist. */
export function correlation(points: readonly FamilyPoint[], outcome: OutcomeId, method: Method = 'pearson') {
  const x = Float64Array.from(points, ({ b }) => b)
  const y = Float64Array.from(points, outcomes[outcome])
  const varies = (values: Float64Array): boolean => values.every(Number.isFinite) && values.some((v) => v !== values[0])
  return points.length > 2 && varies(x) && varies(y) ? methods[method](x, y) : null
}

/** The smallest and the largest correlation when one family is left out. */
export function leaveOneOut(points: readonly FamilyPoint[], outcome: OutcomeId, method: Method) {
  const found = points.map((_, f) => correlation(points.toSpliced(f, 1), outcome, method))
  const known = found.filter((value) => value !== null)
  return known.length < found.length ? null : ([Math.min(...known), Math.max(...known)] as const)
}

/**
 * How often a correlation is at least as large when shifts of log odds move among families and each keeps its slope and its
 * chance without the state: what b has to do with the state beyond what b has to do with that chance. Null where a chance
 * is 0 or 1, or nothing varies.
 */
export function beyondArithmetic(
  points: readonly FamilyPoint[],
  outcome: OutcomeId,
  options: { readonly method: Method; readonly draws: number; readonly stream: Stream },
): number | null {
  const inside = points.every(({ before, after }) => Math.min(before, after) > 0 && Math.max(before, after) < 1)
  if (!inside || correlation(points, outcome, options.method) === null) return null
  const odds = points.map(({ before, after }) => (after / (1 - after)) * ((1 - before) / before))
  const { p } = permutationTest({
    labels: Int32Array.from(points.keys()),
    statistic: (labels) => {
      const moved = points.map((point, f) => ({ ...point, after: shifted(point.before, odds[labels[f]!]!) }))
      return correlation(moved, outcome, options.method) ?? 0
    },
    draws: options.draws,
    stream: options.stream,
  })
  return p
}
