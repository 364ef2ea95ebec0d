import type { Nested } from '@lawbook/estimators'
import type { Estimate } from '@lawbook/schemas'
import type { CouplingChoices } from './choices.ts'
import { type Coupling, couplingOf } from './coupling.ts'
import { independenceOf } from './independent.ts'
import type { Scene } from './scene.ts'

export const none: Estimate = { value: null, i90: null, i995: null }

/** An interval narrower than this is a value that does not vary, but for rounding. */
const rounding = 1e-9

/** Value and intervals as a measure holds them: an interval without width is none. */
export function estimateOf(nested: Nested | null | undefined): Estimate {
  if (nested === null || nested === undefined || !Number.isFinite(nested.value)) return none
  const { value, i90, i995 } = nested
  return i90[1] - i90[0] > rounding ? { value, i90, i995 } : { value, i90: null, i995: null }
}

/** The coupling of a scene without and with the guard: with too few families it has no interval. */
export type JudgedCoupling = {
  readonly found: Coupling | null
  readonly independent: ReturnType<typeof independenceOf>
  readonly unguarded: Estimate
  readonly guarded: Estimate
}

/** The number that is judged, by the same code for routers and for planted worlds. */
export function judgeCoupling(scene: Scene, choices: Pick<CouplingChoices, 'families'>): JudgedCoupling {
  const found = couplingOf(scene)
  const independent = independenceOf(scene)
  const unguarded = estimateOf(found?.smallest)
  const enough = independent.families >= choices.families
  return { found, independent, unguarded, guarded: enough ? unguarded : { ...none, value: unguarded.value } }
}
