import type { ArmId } from '@lawbook/pipelines'

export const groundIds = ['present', 'kept', 'removed'] as const

/**
 * Where the skills are that left the two states, the own first skill and the one that left the placebo. A state draws a router
 * to the skill that left it, so that two states are on equal ground only if both of these are in every library or in none.
 */
export type GroundId = (typeof groundIds)[number]

/** What is asked on a ground: the step from its text alone, with another pair's executed state, and with the own one. */
export type Ground = {
  readonly title: string
  readonly alone: ArmId
  readonly placebo: ArmId
  readonly state: ArmId
}

export const grounds: Readonly<Record<GroundId, Ground>> = {
  present: { title: 'both in every library', alone: 'alone', placebo: 'placebo-present', state: 'state' },
  kept: { title: 'own one always, the other by chance', alone: 'alone', placebo: 'placebo', state: 'state' },
  removed: { title: 'both in no library', alone: 'alone-removed', placebo: 'placebo-removed', state: 'state-removed' },
}

/** Every arm that is asked for; `other` says which pairs a router finds difficult. */
export const askedArms: readonly ArmId[] = [
  'other',
  ...new Set(Object.values(grounds).flatMap(({ alone, placebo, state }) => [alone, placebo, state])),
]
