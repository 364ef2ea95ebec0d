import { fail } from '@lawbook/base'
import { type ArmId, judgedRouters, type PipelineEvidence } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { GapChoices } from './choices.ts'
import { type Chances, type Panel, panelFrom } from './panel.ts'

/** Arms of which both steps right together are read. */
type Both = 'state' | 'state-removed' | 'plan' | 'plan-removed' | 'alone' | 'placebo-present' | 'placebo-removed'

/** The arm whose second step the headroom is over: what B does without what is tested. */
const beforeOf = {
  product: 'alone',
  'product-removed': 'alone-removed',
  alone: 'alone',
  'placebo-present': 'placebo-present',
  'placebo-removed': 'placebo-removed',
} as const satisfies Record<Reading['base'], ArmId>

/** One way of reading gap and synergy. */
export type Reading = {
  /** The wording that the gap is read from; steps alone are always judged in the first. */
  readonly gapFrom: 'other' | 'alone'
  readonly absolute: boolean
  /**
   * How a pair comes to a right end. `loop`: choose, execute, choose, execute, check. `state`: both right skills are
   * picked, the second with the state that the first left. `plan`: both are picked with the whole plan and no state.
   * `alone`: both are picked from their texts alone, in one library. `placebo-present`: as `state`, with the state of
   * another pair, whose skill is in every library. `-removed`: the first skill (and the placebo's) leaves before B is picked.
   */
  readonly joint: 'loop' | Both
  /**
   * What it is held against: the product P(A) P(B) of the steps alone, the same with the first skill gone before B is
   * picked, or both right in another arm.
   */
  readonly base: 'product' | 'product-removed' | 'alone' | 'placebo-present' | 'placebo-removed'
  readonly crossed: boolean
  readonly size: number
}

/** The reading that every claim is judged by. */
export function primary({ size }: GapChoices): Reading {
  return { gapFrom: 'other', absolute: false, joint: 'loop', base: 'product', crossed: false, size }
}

/** The first skill leaves the library before B is picked; B alone is asked of such a library too. */
export const removed: Partial<Reading> = { joint: 'state-removed', base: 'product-removed' }

/** The same against a placebo state, whose skill is in no library either. */
export const removedOverPlacebo: Partial<Reading> = { joint: 'state-removed', base: 'placebo-removed' }

/** A router as the evidence names it, and whether it is judged. */
export type Asked = {
  readonly id: string
  readonly title: string
  readonly short: string
  readonly kin: string
  readonly source: string
}

/** The routers of the evidence, each with whether it is judged, why not, and its calibration accuracies. */
export function askedRouters(evidence: PipelineEvidence, rows: readonly Row[], choices: GapChoices) {
  const routers = rows.map(
    ({ id, title, short, kin, source }): Asked => ({
      id: String(id),
      title: String(title),
      short: String(short),
      kin: String(kin),
      source: String(source),
    }),
  )
  return judgedRouters(evidence, routers, choices.eligible)
}

/** The chances of some routers under one reading. */
export function chancesOf(
  evidence: PipelineEvidence,
  routers: readonly { readonly id: string; readonly kin: string }[],
  { gapFrom, joint, base, size }: Reading,
): Chances {
  const chances = (of: (id: string, p: number) => number | null): Float64Array[] =>
    routers.map(({ id }) =>
      Float64Array.from(evidence.pipelines, (pair, p) => of(id, p) ?? fail('LB_DANGLING', missing(id, pair.id))),
    )
  const step = (arm: ArmId, k: 0 | 1) => chances((id, p) => evidence.step(id, arm, p, k, size))
  const both = (arm: Both) => chances((id, p) => evidence.together(id, arm, p, 1, size))
  const [first, second, before] = [step('alone', 0), step('alone', 1), step(beforeOf[base], 1)]
  const product = (): Float64Array[] => first.map((row, r) => row.map((a, p) => a * before[r]![p]!))
  return {
    gapFirst: gapFrom === 'alone' ? first : step('other', 0),
    gapSecond: gapFrom === 'alone' ? second : step('other', 1),
    first,
    second,
    joint: joint === 'loop' ? chances((id, p) => evidence.closedLoop(id, p, size)) : both(joint),
    before,
    base: base === 'product' || base === 'product-removed' ? product() : both(base),
    after: step('state', 1),
    kins: routers.map(({ kin }) => kin),
    skills: evidence.pipelines.map(({ skills }) => skills[1]!),
  }
}

function missing(router: string, pair: string): string {
  return `the evidence lacks a chance of the router ${router} at the pair ${pair}; observe every arm that is read`
}

/** The points of some routers under one reading. */
export function panelOf(
  evidence: PipelineEvidence,
  routers: readonly { readonly id: string; readonly kin: string }[],
  reading: Reading,
): Panel {
  return panelFrom(chancesOf(evidence, routers, reading), reading)
}
