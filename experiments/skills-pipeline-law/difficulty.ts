import { spearman } from '@lawbook/estimators'
import { lineWeights } from '@lawbook/sweeps'
import type { Study } from './study.ts'

/** What a planted study takes over from a real one. */
export type Difficulty = {
  readonly sizes: readonly number[]
  /** The line a - b ln N of each router's single steps. */
  readonly lines: readonly { readonly a: number; readonly b: number }[]
  /** By size: the chances of single steps, all routers together, in falling order; many are 0. */
  readonly chances: readonly Float64Array[]
  /** Rank correlations: of a step between routers; between asked alone and in the plan; of second steps of one skill. */
  readonly alike: { readonly acrossRouters: number; readonly aloneAndAsked: number; readonly withinCluster: number }
}

/** The difficulty that a study shows. */
export function difficultyOf(study: Study): Difficulty {
  const { sizes, alone, steps, plans } = study
  const middle = Math.floor(sizes.length / 2)
  const at = (of: Study['alone'], r: number, s: number): number[] =>
    of[r]!.flatMap((own) => Array.from({ length: own.length / sizes.length }, (_, k) => own[k * sizes.length + s]!))
  const routers = [...study.routers.keys()]
  const weights = lineWeights(sizes)
  const lines = routers.map((r) => {
    const means = sizes.map((_, s) => mean(at(alone, r, s)))
    return { a: dot(weights.a, means), b: dot(weights.b, means) }
  })
  const own = routers.map((r) => at(alone, r, middle))
  const asked = routers.map((r) => at(steps, r, middle))
  const pairs = routers.flatMap((r) => routers.slice(r + 1).map((q) => related(own[r]!, own[q]!)))
  return {
    sizes,
    lines,
    chances: sizes.map((_, s) =>
      Float64Array.from(routers.flatMap((r) => at(alone, r, s)))
        .sort()
        .reverse(),
    ),
    alike: {
      acrossRouters: pairs.length === 0 ? 0 : mean(pairs),
      aloneAndAsked: mean(routers.map((r) => related(own[r]!, asked[r]!))),
      withinCluster: secondSteps(plans, alone, sizes.length, middle),
    },
  }
}

/** The rank correlation of second steps, mean over routers, over all ordered pairs of plans that share their skill. */
function secondSteps(plans: Study['plans'], alone: Study['alone'], width: number, s: number): number {
  const both = [...plans.entries()].flatMap(([p, one]) =>
    [...plans.entries()]
      .filter(([q, other]) => q !== p && one.length === 2 && other.length === 2 && one.cluster === other.cluster)
      .map(([q]) => [p, q] as const),
  )
  const second = (p: number): number => mean(alone.map((own) => own[p]![width + s]!))
  return related(
    both.map(([p]) => second(p)),
    both.map(([, q]) => second(q)),
  )
}

/** Spearman's correlation, no less than 0; 0 where one side does not vary. */
function related(x: readonly number[], y: readonly number[]): number {
  if (new Set(x).size < 2 || new Set(y).size < 2) return 0
  return Math.max(0, spearman(Float64Array.from(x), Float64Array.from(y)))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, x) => sum + x, 0) / values.length
}

function dot(weights: Float64Array, values: readonly number[]): number {
  return values.reduce((sum, x, i) => sum + weights[i]! * x, 0)
}
