import { type StreamFactory, streamsOf } from '@lawbook/base'
import type { Row, StoredResult } from '@lawbook/schemas'
import { choices } from './choices.ts'
import type { Scene } from './scene.ts'
import { type PlantedRouter, plantScene, type WorldId } from './worlds.ts'

/** So many families of one router each, with slopes that rise and levels that have nothing to do with them. */
export function cast(families: number): { readonly families: string[]; readonly routers: PlantedRouter[] } {
  const names = Array.from({ length: families }, (_, f) => `family-${f}`)
  const routers = names.map((kin, family): PlantedRouter => {
    const before = 0.45 + 0.04 * ((family * 5) % 7)
    return { id: `router-${family}`, title: kin, short: kin, kin, family, b: 0.03 + 0.01 * family, before }
  })
  return { families: names, routers }
}

/** A planted world of 132 pairs of 60 second-step skills. `alike`: routers find the same pairs hard, as `choices` say. */
export function planted(world: WorldId, families: number, alike: boolean, stream: StreamFactory = streamsOf('test')) {
  const clusters = Array.from({ length: 132 }, (_, p) => `skill-${p % 60}`)
  const own = { ...choices, stateShare: 0.02, familySpread: 0, routerSpread: 0 }
  return plantScene({
    world,
    ...cast(families),
    like: { clusters, size: choices.size, competitors: 1200 },
    choices: alike ? own : { ...own, skillCorrelation: 0, pairCorrelation: 0 },
    stream: stream('planted', world, families),
  })
}

/**
 * A scene as evidence rows: pairs of one class in a library of M + 2 skills, and for each chance the number of skills that
 * stand before the right one, to the nearest whole number.
 */
export function evidenceRows({ routers, clusters, alone, before, after, size, competitors }: Scene) {
  const count = (chance: number): string =>
    String(Math.round(competitors * (1 - Math.exp(Math.log(Math.max(chance, 1e-12)) / (size - 2)))))
  const cells = (chances: Float64Array): string => Array.from(chances, (chance) => `0 ${count(chance)}`).join(';')
  const arms = {
    ...{ alone, other: alone, 'alone-removed': alone },
    ...{ placebo: before, 'placebo-present': before, 'placebo-removed': before },
    ...{ state: after, 'state-removed': after },
  }
  return {
    pipelines: clusters.map(
      (cluster, p): Row => ({
        pipeline: `pair-${p}`,
        class: 'tight',
        length: 2,
        skills: `first-${p} ${cluster}`,
        families: 'a b',
        competitors,
      }),
    ),
    routers: routers.map(({ id, title, short, kin }): Row => ({ id, title, short, kin, source: 'planted' })),
    slopes: slopesOf(routers),
    counts: routers.flatMap(({ id }, r) =>
      Object.entries(arms).map(
        ([arm, chances]): Row => ({
          router: id,
          arm,
          steps: cells(chances[r]!),
          together: cells(chances[r]!),
        }),
      ),
    ),
  }
}

/** Rows of slopes, alike for both wordings. */
export function slopesOf(routers: readonly { readonly id: string; readonly b: number }[]): Row[] {
  return routers.flatMap(({ id, b }) =>
    ['direct', 'situated'].map((wording): Row => ({ router: id, wording, b, bLow: 0.9 * b, bHigh: 1.1 * b, n: 500 })),
  )
}

/** A result of skills-routing-law that holds these slopes and nothing else. */
export function routingResult(routers: readonly { readonly id: string; readonly b: number }[]): StoredResult {
  const result: StoredResult['result'] = {
    schema: 'lawbook/result@1',
    experiment: 'skills-routing-law',
    title: 'planted',
    fidelity: 'full',
    measures: [],
    fits: [],
    attrition: [],
    decisions: 0,
    choices: [],
    notes: [],
    tables: [],
    evidence: [],
  }
  return { result, tables: { slopes: slopesOf(routers) } }
}
