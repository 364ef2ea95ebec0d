import { dependencyClasses } from '@lawbook/pipelines'
import type { Row } from '@lawbook/schemas'
import type { CouplingChoices } from './choices.ts'
import { groundIds, grounds } from './grounds.ts'
import { type Chances, meanChance, type Observed, type Scene, sceneOf } from './scene.ts'

/**
 * Chances of second steps over families, every family the same, floors left out: by ground, class of pairs (`all` for all of
 * them), size and what the router was shown. `better`: how many of the `routers` are right more often with the own state than
 * from the text alone.
 */
export function levelRows(observed: Observed, { ladder, wording }: CouplingChoices): Row[] {
  return parts.flatMap(({ ground, one, only }) =>
    ladder.map((size) => {
      const scene = sceneOf(observed, { size, wording, ground, ...only })
      const pairs = [...scene.clusters.keys()]
      const mean = (chances: Chances, r: number): number => meanChance(chances[r]!, pairs)
      return {
        ground,
        class: one,
        size,
        pairs: pairs.length,
        alone: overFamilies(scene, scene.alone),
        placebo: overFamilies(scene, scene.before),
        state: overFamilies(scene, scene.after),
        better: scene.routers.filter((_, r) => mean(scene.after, r) > mean(scene.alone, r)).length,
        routers: scene.routers.length,
      }
    }),
  )
}

/**
 * The share of second steps that are never right, whatever the library: a skill that is in all of them stands before the
 * right one, or the right one shares nothing with the request. Means over families as above.
 */
export function neverRows(observed: Observed, { size, wording }: CouplingChoices): Row[] {
  return parts.map(({ ground, one, only }) => {
    const scene = sceneOf(observed, { size, wording, ground, ...only })
    const kept = observed.evidence.pipelines.map(
      (asked) => asked.class !== null && (one === 'all' || asked.class === one),
    )
    const share = (shown: 'alone' | 'placebo' | 'state'): number | null => {
      const arm = grounds[ground][shown]
      return overFamilies(
        scene,
        scene.routers.map(({ id }) => observed.never(id, arm).filter((_, p) => kept[p]!)),
      )
    }
    const shares = { alone: share('alone'), placebo: share('placebo'), state: share('state') }
    return { ground, class: one, pairs: scene.clusters.length, ...shares }
  })
}

/** Every ground with all pairs and with each class of them. */
const parts = groundIds.flatMap((ground) =>
  ['all' as const, ...dependencyClasses].map((one) => ({ ground, one, only: one === 'all' ? {} : { class: one } })),
)

/** The mean over families of the mean over their routers of the mean over pairs. Null without any. */
function overFamilies({ families, routers, clusters }: Scene, chances: Chances): number | null {
  const pairs = [...clusters.keys()]
  const means = families.map((_, family) => {
    const own = [...routers.keys()].filter((r) => routers[r]!.family === family)
    return own.reduce((sum, r) => sum + meanChance(chances[r]!, pairs), 0) / own.length
  })
  const mean = means.reduce((sum, one) => sum + one, 0) / means.length
  return Number.isFinite(mean) ? mean : null
}
