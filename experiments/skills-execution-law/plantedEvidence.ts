import { fail, type Stream } from '@lawbook/base'
import { normalCdf, spearman } from '@lawbook/estimators'
import { type PipelineEvidence, shareRight } from '@lawbook/pipelines'
import { plantedScores } from './plantedScores.ts'
import type { JudgedRouter, StudiedPair, Study } from './study.ts'

/**
 * A planted law. `plan`, `state`: how much the plan moves the share of competitors that beat either step, and the own
 * executed state that of the second, on the normal scale of ranks; `common`: the share of the less beaten step's beaters that
 * also beat the other, beyond chance.
 */
export type World = { readonly plan: number; readonly state: number; readonly common: number }

/**
 * How hard steps are: the shares of competitors that beat one, in rising order (1: the pair's own other skill does, at any
 * size), and how alike they are under two conditions (rank correlation).
 */
type Difficulty = { readonly shares: Float64Array; readonly kept: number }

export type Given = {
  readonly pairs: readonly StudiedPair[]
  readonly routers: readonly JudgedRouter[]
  /** Competitors of each pair. */
  readonly competitors: readonly number[]
  readonly difficulty: Difficulty
}

/** Beaters of each cell, by arm and step or by what is asked of both steps. */
type Counts = Readonly<Record<string, Int32Array>>

/**
 * The difficulty that a study shows of both steps alone, from the chance that one drawn competitor does not beat the right
 * skill. How alike two conditions are is read from second steps alone and after the placebo state, whose
 * source is held beside the pair's own two.
 */
export function difficultyOf({ chances }: Study): Difficulty {
  const [first, second] = [chances('first', 3), chances('second', 3)]
  const shares = Float64Array.from([...first, ...second], (chance) => 1 - chance).sort()
  return { shares, kept: Math.max(0, spearman(second, chances('placebo-present', 4))) }
}

/**
 * Evidence drawn from a law. The skill that left a placebo is one of the drawn here: where it stands before the right one, the
 * share of beaters is one, as where the first skill does. Arms that no judged number reads are not planted.
 */
export function plantEvidence(world: World, given: Given, stream: Stream): PipelineEvidence {
  const steps = plantSteps(world, given, stream)
  const both = {
    plan: unionOf(steps['plan 0']!, steps['plan 1']!, world.common, given),
    state: unionOf(steps['alone 0']!, steps['state 1']!, world.common, given),
  }
  return evidenceOf(steps, both, given)
}

/** Beaters of each step and arm: of the shares that are shown, the one at Phi(z + shift). */
function plantSteps({ plan, state }: World, given: Given, stream: Stream): Counts {
  const { pairs, routers, competitors, difficulty } = given
  const { shares, kept } = difficulty
  const draw = plantedScores(pairs, routers.length, kept, stream)
  const beaters = (scores: Float64Array, shift = 0): Int32Array => {
    const counts = new Int32Array(scores.length)
    for (let cell = 0; cell < scores.length; cell++) {
      const at = Math.min(shares.length - 1, Math.floor(shares.length * normalCdf(scores[cell]! + shift)))
      counts[cell] = Math.round(competitors[cell % pairs.length]! * shares[at]!)
    }
    return counts
  }
  const [ofFirst, ofSecond] = [draw.step(), draw.step()]
  const [first, second, other] = [ofFirst(), ofSecond(), ofSecond()]
  return {
    'alone 0': beaters(first),
    'alone 1': beaters(second),
    'other 1': beaters(other),
    'plan 0': beaters(draw.condition(first), plan),
    'plan 1': beaters(draw.condition(second), plan),
    'state 1': beaters(draw.condition(second), state),
    'placebo-present 1': beaters(draw.condition(second)),
  }
}

/** Competitors that beat either of two steps: as many in common as by chance, and `common` of the fewer beyond that. */
function unionOf(a: Int32Array, b: Int32Array, common: number, { pairs, competitors }: Given): Int32Array {
  return a.map((n, cell) => {
    const m = b[cell]!
    const byChance = (n * m) / competitors[cell % pairs.length]!
    return n + m - Math.round(common * Math.min(n, m) + (1 - common) * byChance)
  })
}

function evidenceOf(steps: Counts, both: Counts, { pairs, routers, competitors }: Given): PipelineEvidence {
  const rowOf = new Map(routers.map(({ id }, r) => [id, r]))
  const chance = (counts: Int32Array | undefined, id: string, p: number, size: number): number => {
    if (counts === undefined) return fail('LB_DANGLING', 'planted evidence lacks the arm; plant it or do not read it')
    const count = counts[rowOf.get(id)! * pairs.length + p]!
    return shareRight([count], { competitors: competitors[p]!, drawn: size - 2 })
  }
  return {
    pipelines: pairs.map(({ id, class: dependency, second }, p) => ({
      id,
      class: dependency,
      skills: [`first of ${id}`, second],
      families: [],
      competitors: competitors[p]!,
    })),
    routers: routers.map(({ id }) => id),
    step: (id, arm, p, k, size) => chance(steps[`${arm} ${k}`], id, p, size),
    together: (id, arm, p, _, size) => chance(both[arm], id, p, size),
    closedLoop: (id, p, size) => chance(both.state, id, p, size),
  }
}
