import { type Condition, type Pipeline, placeboOf } from '@lawbook/execution'

/** One way of asking a pipeline. */
export type Arm = {
  readonly id: string
  /** The condition of each step; null where the arm does not apply to the pipeline. */
  conditions(pipeline: Pipeline): readonly Condition[] | null
  /**
   * Whether a skill that was picked rightly leaves the library before the next step; `'others'`: whether each step is asked
   * without the skills of all other steps.
   */
  readonly removed: boolean | 'others'
  /** A skill beside the pipeline's own that is in every library or, with `removed`, in none. */
  beside?(all: readonly Pipeline[], pipeline: Pipeline): string
}

/** The first step from its text alone; the later ones under one condition. */
const later = (id: string, condition: Condition, applies: (pipeline: Pipeline) => boolean, removed = false): Arm => ({
  id,
  removed,
  conditions: (pipeline) => (applies(pipeline) ? pipeline.steps.map((_, k) => (k === 0 ? 'alone' : condition)) : null),
})

/** The skill that left the placebo. */
const leaver = (all: readonly Pipeline[], pipeline: Pipeline): string => placeboOf(all, pipeline).steps[0]!.skill

const every = (
  id: string,
  condition: Condition,
  applies: (pipeline: Pipeline) => boolean,
  removed: Arm['removed'] = false,
): Arm => ({
  id,
  removed,
  conditions: (pipeline) => (applies(pipeline) ? pipeline.steps.map(() => condition) : null),
})

const any = (): boolean => true
const several = ({ steps }: Pipeline): boolean => steps.length > 1
const pair = (pipeline: Pipeline): boolean => pipeline.class !== null
const chain = (pipeline: Pipeline): boolean => pipeline.class === null && pipeline.steps.length > 1

/**
 * The arms by id. `alone` and `other` have no channel between steps: they are baselines and controls.
 *
 * A state draws a router to the skill that left it. The first skill of a pair is in every library, the one that left a
 * placebo by chance only; `placebo-present` puts it into every library too, so that the two states stand on equal ground,
 * and the arms `-removed` take both out before the second step is picked.
 */
export const arms = {
  alone: every('alone', 'alone', any),
  'alone-apart': every('alone-apart', 'alone', several, 'others'),
  'plan-apart': every('plan-apart', 'plan', several, 'others'),
  'alone-removed': every('alone-removed', 'alone', several, true),
  other: every('other', 'other', pair),
  plan: every('plan', 'plan', several),
  'plan-removed': every('plan-removed', 'plan', several, true),
  permuted: every('permuted', 'permuted', chain),
  state: later('state', 'state', several),
  'state-removed': later('state-removed', 'state', several, true),
  placebo: later('placebo', 'placebo', pair),
  'placebo-present': { ...later('placebo-present', 'placebo', pair), beside: leaver },
  'placebo-removed': { ...later('placebo-removed', 'placebo', pair, true), beside: leaver },
  asserted: later('asserted', 'asserted', pair),
  'asserted-removed': later('asserted-removed', 'asserted', pair, true),
  'wrong-0': later('wrong-0', 'wrong-0', (pipeline) => pair(pipeline) && pipeline.wrong.length > 0),
  'wrong-1': later('wrong-1', 'wrong-1', (pipeline) => pair(pipeline) && pipeline.wrong.length > 1),
} as const satisfies Record<string, Arm>

export type ArmId = keyof typeof arms
