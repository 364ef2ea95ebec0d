import { intersection, logScale, type Nested } from '@lawbook/estimators'
import { heldOutError, type Loss } from './held.ts'
import { bothWays } from './jackknives.ts'
import type { Weighting } from './levels.ts'
import { type Model, narrowing, rivals } from './models.ts'
import type { Scene } from './scene.ts'

/** How much better b ln kappa foretells families left out than each rival, and than the best of them. */
export type Coupling = {
  readonly contrasts: readonly { readonly rival: Model; readonly nested: Nested }[]
  readonly smallest: Nested
  readonly resampled: string
}

/**
 * Error of each rival less error of b ln kappa on families left out, in points, with the farther limits of the jackknives
 * over second-step skills and over families; and their intersection: the smallest value and the smallest limits. Null with
 * fewer than three families, since one is left out by the model and one by the jackknife, and without pairs.
 */
export function couplingOf(scene: Scene, loss: Loss = 'squared', weighting: Weighting = 'families'): Coupling | null {
  if (scene.families.length < 3 || scene.clusters.length === 0) return null
  const { nested, resampled } = bothWays(
    scene,
    (points) => {
      const own = heldOutError(points, narrowing, loss)
      return Float64Array.from(rivals, (rival) => heldOutError(points, rival, loss) - own)
    },
    { sided: 'one', parts: rivals.length, weighting },
  )
  const known = nested.filter((one) => one !== null)
  if (known.length < rivals.length) return null
  return {
    contrasts: rivals.map((rival, k) => ({ rival, nested: known[k]! })),
    smallest: intersection(known),
    resampled,
  }
}

/**
 * kappa = exp of the fitted gain per b over all families: to which part of itself the library would have to shrink for the
 * same gain, if the gain is b ln kappa. Null without routers or pairs.
 */
export function kappaOf(scene: Scene): { readonly nested: Nested; readonly resampled: string } | null {
  if (scene.families.length === 0 || scene.clusters.length === 0) return null
  const { nested, resampled } = bothWays(scene, (points) => Float64Array.of(narrowing.fit(points, null)), {
    sided: 'two',
    transform: logScale,
  })
  return nested[0] == null ? null : { nested: nested[0], resampled }
}
