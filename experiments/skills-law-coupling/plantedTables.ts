import type { StreamFactory } from '@lawbook/base'
import { sortedQuantile } from '@lawbook/estimators'
import type { Progress } from '@lawbook/experiment'
import type { Row } from '@lawbook/schemas'
import { worldRow } from '@lawbook/worlds'
import type { CouplingChoices } from './choices.ts'
import { correlation, familyPoints, outcomeIds } from './correlations.ts'
import { judgeCoupling } from './estimate.ts'
import type { Scene } from './scene.ts'
import { type PlantedRouter, plantable, plantScene, worldIds } from './worlds.ts'

type Planting = {
  readonly scene: Scene
  readonly choices: CouplingChoices
  readonly stream: StreamFactory
  readonly progress: Progress
}

/** The routers of a planted world and the names of their families. */
type Cast = { readonly families: readonly string[]; readonly routers: readonly PlantedRouter[] }

/**
 * Every world through the judged measure, with the guard (`coupling`) and without (`coupling-unguarded`), for the routers
 * that are here: rows of the table `worlds`; and without the guard also for `manyFamilies` families of one router.
 */
export function worldTables({ scene, choices, stream, progress }: Planting): { worlds: Row[]; recognition: Row[] } {
  const here: Cast = { families: scene.families, routers: plantable(scene, choices.kappa) }
  const [worlds, recognition]: [Row[], Row[]] = [[], []]
  worldIds.forEach((world, done) => {
    progress(done, worldIds.length, `planted world ${world}`)
    for (const cast of [here, manyFamilies(here, choices.manyFamilies)]) {
      const size = cast.families.length
      const found = Array.from({ length: choices.replicates }, (_, replicate) => {
        const planted = { world, ...cast, like: scene, choices, stream: stream('world', world, size, replicate) }
        return judgeCoupling(plantScene(planted), choices)
      })
      if (cast === here)
        found.forEach(({ guarded, unguarded }, replicate) => {
          worlds.push(worldRow(world, replicate, 'coupling', guarded))
          worlds.push(worldRow(world, replicate, 'coupling-unguarded', unguarded))
        })
      const share = (of: (one: (typeof found)[number]) => boolean): number => found.filter(of).length / found.length
      recognition.push({
        world,
        families: size,
        here: cast === here,
        replicates: found.length,
        agreed: share(({ unguarded }) => (unguarded.i90?.[0] ?? 0) > 0),
        denied: share(({ unguarded }) => (unguarded.i995?.[1] ?? 0) < 0),
        guarded: share(({ guarded }) => guarded.i90 === null),
      })
    }
  })
  return { worlds, recognition }
}

/** So many families of one router each, with slopes and levels spread over those of the routers that are here. */
function manyFamilies({ routers }: Cast, n: number): Cast {
  const sorted = [...routers].sort((one, other) => one.b - other.b)
  const chosen = Array.from({ length: n }, (_, k) => sorted[Math.round((k * (sorted.length - 1)) / (n - 1))]!)
  return {
    families: chosen.map((_, family) => `family ${family + 1}`),
    routers: chosen.map((router, family) => ({ ...router, kin: `family ${family + 1}`, family })),
  }
}

/** How slopes and levels go together in a planted world: steep routers are the poor ones, or the good ones. */
export const relations = ['falling', 'rising'] as const

/** The worlds that are correlated: two without any coupling, and the one with it. */
export const correlatedWorlds = ['odds-shift', 'common-gain', 'narrowing'] as const

/**
 * The correlation of b with each outcome over families in planted worlds, one router a family: mean, and the middle 90 % of
 * the replicates. The families' own slopes and levels are put together in two ways.
 */
export function nullRows({ scene, choices, stream, progress }: Planting): Row[] {
  const own = plantable(scene, choices.kappa)
  const firsts = scene.families.map((_, family) => own.find((router) => router.family === family)!)
  const levels = firsts.map(({ before }) => before).sort((x, y) => x - y)
  const bySlope = [...firsts].sort((one, other) => one.b - other.b)
  return relations.flatMap((relation) => {
    const place = (k: number): number => (relation === 'rising' ? k : levels.length - 1 - k)
    const routers = bySlope.map((router, k) => ({ ...router, before: levels[place(k)]! }))
    return correlatedWorlds.flatMap((world, done) => {
      progress(done, correlatedWorlds.length, `correlations, ${relation}, ${world}`)
      const points = Array.from({ length: choices.correlated }, (_, replicate) => {
        const key = stream('correlation', relation, world, replicate)
        const planted = { world, routers, families: scene.families, like: scene, choices, stream: key }
        return familyPoints(plantScene(planted))
      })
      return outcomeIds.map((outcome): Row => {
        const values = points.map((one) => correlation(one, outcome)).filter((value) => value !== null)
        const sorted = Float64Array.from(values).sort()
        const about = { world, relation, outcome, replicates: values.length }
        if (values.length === 0) return { ...about, mean: null, low: null, high: null }
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length
        return { ...about, mean, low: sortedQuantile(sorted, 0.05), high: sortedQuantile(sorted, 0.95) }
      })
    })
  })
}
