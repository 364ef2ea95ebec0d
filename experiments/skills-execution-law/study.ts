import { type ArmId, type DependencyClass, difficultPairs, type PipelineEvidence, pairsOf } from '@lawbook/pipelines'

export type JudgedRouter = { readonly id: string; readonly short: string; readonly kin: string }
export type StudiedPair = {
  readonly id: string
  readonly class: DependencyClass
  /** The right skill of the second step: pairs that share one are alike. */
  readonly second: string
  readonly leaks: boolean
}

/**
 * What is read of a pair. `first`, `second`: the chance of each step alone; `other`: of the second step in the other
 * wording; `state`, `placebo`, `asserted`: of the second step after its own executed state, another pair's, and the word
 * that the step before is done. `common`, `plan`, `plan-removed`: of both steps alone, under the plan, and under it when
 * the first skill leaves the library; `plan-first`, `plan-second`: of each step under the plan. `right-ones`: of both
 * right skills in the closed loop, `closed`: of any right end of it. `-removed`: in a library that the skill which left the
 * state has left; `placebo-present`: in one that holds the skill that left the placebo. `product`, `plan-product`: of the two steps' chances.
 */
export type Quantity =
  | 'first'
  | 'second'
  | 'other'
  | 'state'
  | 'placebo'
  | 'asserted'
  | 'state-removed'
  | 'placebo-present'
  | 'placebo-removed'
  | 'asserted-removed'
  | 'common'
  | 'plan'
  | 'plan-removed'
  | 'plan-first'
  | 'plan-second'
  | 'right-ones'
  | 'right-ones-removed'
  | 'closed'
  | 'product'
  | 'plan-product'

/** Judged routers, pairs, and exact chances; cell (router r, pair i) is at r * pairs + i. */
export type Study = {
  readonly routers: readonly JudgedRouter[]
  readonly pairs: readonly StudiedPair[]
  chances(quantity: Quantity, size: number): Float64Array
  /** 1 in the cells of pairs that are difficult for the router. */
  readonly difficult: Uint8Array
}

type Single = readonly [of: 'step' | 'together', arm: ArmId, k: number]
const singles: Readonly<Partial<Record<Quantity, Single>>> = {
  first: ['step', 'alone', 0],
  second: ['step', 'alone', 1],
  other: ['step', 'other', 1],
  state: ['step', 'state', 1],
  placebo: ['step', 'placebo', 1],
  asserted: ['step', 'asserted', 1],
  'state-removed': ['step', 'state-removed', 1],
  'placebo-present': ['step', 'placebo-present', 1],
  'placebo-removed': ['step', 'placebo-removed', 1],
  'asserted-removed': ['step', 'asserted-removed', 1],
  common: ['together', 'alone', 1],
  plan: ['together', 'plan', 1],
  'plan-removed': ['together', 'plan-removed', 1],
  'plan-first': ['step', 'plan', 0],
  'plan-second': ['step', 'plan', 1],
  'right-ones': ['together', 'state', 1],
  'right-ones-removed': ['together', 'state-removed', 1],
}
const products: Readonly<Partial<Record<Quantity, readonly [Quantity, Quantity]>>> = {
  product: ['first', 'second'],
  'plan-product': ['plan-first', 'plan-second'],
}

/** The pairs of the evidence for some routers. `size` is the library in which "difficult" is set. */
export function studyOf(
  evidence: PipelineEvidence,
  routers: readonly JudgedRouter[],
  leaking: ReadonlySet<string>,
  size: number,
): Study {
  const places = pairsOf(evidence)
  const pairs = places.map((p): StudiedPair => {
    const { id, class: dependency, skills } = evidence.pipelines[p]!
    return { id, class: dependency!, second: skills[1]!, leaks: leaking.has(id) }
  })
  const known = new Map<string, Float64Array>()
  const chances = (quantity: Quantity, at: number): Float64Array => {
    const key = `${quantity} ${at}`
    const found = known.get(key) ?? columnOf(quantity, at)
    known.set(key, found)
    return found
  }
  const columnOf = (quantity: Quantity, at: number): Float64Array => {
    const factors = products[quantity]
    if (factors !== undefined) {
      const [a, b] = factors.map((factor) => chances(factor, at)) as [Float64Array, Float64Array]
      return a.map((chance, cell) => chance * b[cell]!)
    }
    const single = singles[quantity]
    const column = new Float64Array(routers.length * places.length)
    let cell = 0
    for (const { id } of routers)
      for (const p of places)
        column[cell++] =
          single === undefined ? evidence.closedLoop(id, p, at)! : evidence[single[0]](id, single[1], p, single[2], at)!
    return column
  }
  const difficult = Uint8Array.from(
    routers.flatMap(({ id }) => {
      const hard = difficultPairs(evidence, id, size)
      return places.map((p) => Number(hard.has(p)))
    }),
  )
  return { routers, pairs, chances, difficult }
}

/** Cells (router, pair) in which a condition holds, 1 or 0 each. */
export function cellsWhere(study: Study, holds: (pair: StudiedPair, cell: number) => boolean): Uint8Array {
  const { routers, pairs } = study
  return Uint8Array.from(routers.flatMap((_, r) => pairs.map((pair, i) => Number(holds(pair, r * pairs.length + i)))))
}

/** The same study of one of its routers. */
export function withRouter(study: Study, r: number): Study {
  return withRouters(study, [r])
}

/** The same study without the routers named. */
export function withoutRouters(study: Study, ids: readonly string[]): Study {
  return withRouters(
    study,
    [...study.routers.keys()].filter((r) => !ids.includes(study.routers[r]!.id)),
  )
}

function withRouters({ routers, pairs, chances, difficult }: Study, kept: readonly number[]): Study {
  const cells = kept.flatMap((r) => pairs.map((_, i) => r * pairs.length + i))
  return {
    routers: kept.map((r) => routers[r]!),
    pairs,
    chances: (quantity, size) => Float64Array.from(cells, (cell) => chances(quantity, size)[cell]!),
    difficult: Uint8Array.from(cells, (cell) => difficult[cell]!),
  }
}
