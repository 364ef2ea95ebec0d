import type { Stream } from '@lawbook/base'
import { normalCdf, normalQuantile } from '@lawbook/estimators'
import type { CouplingChoices } from './choices.ts'
import { heldOutError } from './held.ts'
import { narrowing, type Points, rivals, shifted } from './models.ts'
import { meanChance, type Scene } from './scene.ts'

/** Worlds by what a state does to a router: the library narrowed, the odds shifted, a gain, a level, or nothing at all. */
export const worldIds = ['narrowing', 'odds-shift', 'common-gain', 'common-level', 'no-rescue'] as const
export type WorldId = (typeof worldIds)[number]

/** What is planted for one router: its family, its slope, and its chance of second steps without their own state. */
export type PlantedRouter = Pick<Scene['routers'][number], 'id' | 'title' | 'short' | 'kin' | 'family' | 'b'> & {
  readonly before: number
}

/** Chances stay this far inside (0, 1), so that every world's law can be planted. */
const edge = 0.03

/** The routers of a scene with their slopes, and levels that leave room for the planted gain in every world. */
export function plantable({ routers, before, clusters }: Scene, kappa: number): PlantedRouter[] {
  const pairs = [...clusters.keys()]
  const most = Math.log(kappa) * Math.max(0, ...routers.map(({ b }) => b))
  return routers.map((router, r) => ({
    ...router,
    before: Math.min(1 - edge - most, Math.max(edge, meanChance(before[r]!, pairs))),
  }))
}

/**
 * The exact points of a world: `after` follows its law, with one mean gain over families in all worlds but the one without a
 * rescue. Every family has the weight 1.
 */
export function lawPoints(world: WorldId, routers: readonly PlantedRouter[], kappa: number): Points {
  const family = Int32Array.from(routers, (router) => router.family)
  const weight = Float64Array.from(family, (own) => 1 / family.filter((other) => other === own).length)
  const total = weight.reduce((sum, one) => sum + one, 0)
  const mean = (of: (router: PlantedRouter) => number): number =>
    routers.reduce((sum, router, r) => sum + (weight[r]! * of(router)) / total, 0)
  const narrowed = ({ before, b }: PlantedRouter): number => before + b * Math.log(kappa)
  const [start, end] = [mean(({ before }) => before), mean(narrowed)]
  const odds = oddsFor((factor) => mean(({ before }) => shifted(before, factor)), end)
  const law: Record<WorldId, (router: PlantedRouter) => number> = {
    narrowing: narrowed,
    'odds-shift': ({ before }) => shifted(before, odds),
    'common-gain': ({ before }) => before + end - start,
    'common-level': () => end,
    'no-rescue': ({ before }) => before,
  }
  return {
    family,
    b: Float64Array.from(routers, ({ b }) => b),
    before: Float64Array.from(routers, ({ before }) => before),
    after: Float64Array.from(routers, law[world]),
    weight,
  }
}

/** The factor at which a rising function comes to `target`, by bisection of its logarithm. */
function oddsFor(meanAt: (factor: number) => number, target: number): number {
  let [low, high] = [-30, 30]
  for (let step = 0; step < 80; step++) {
    const middle = (low + high) / 2
    if (meanAt(Math.exp(middle)) < target) low = middle
    else high = middle
  }
  return Math.exp((low + high) / 2)
}

/** The smallest contrast of a world's law itself: what infinitely many pairs would show of routers that follow it exactly. */
export function truth(world: WorldId, routers: readonly PlantedRouter[], kappa: number): number {
  const points = lawPoints(world, routers, kappa)
  const own = heldOutError(points, narrowing)
  return Math.min(...rivals.map((rival) => heldOutError(points, rival) - own))
}

/**
 * A world as a scene. A router's chance on a pair is Phi(m + tau z), whose mean over z is what its law says; m and tau from
 * `law` and `choices.difficulty`. z is shared by pairs of a skill and by routers on a pair, and mostly by the two states of a
 * pair. Families and routers depart from the law by normal shifts of their level with the state.
 */
export function plantScene(options: {
  readonly world: WorldId
  readonly routers: readonly PlantedRouter[]
  readonly families: readonly string[]
  /** Whose pairs, size and library are taken. */
  readonly like: Pick<Scene, 'clusters' | 'size' | 'competitors'>
  readonly choices: CouplingChoices
  readonly stream: Stream
}): Scene {
  const { world, routers, families, like, choices, stream } = options
  const { clusters, size, competitors } = like
  const departures = families.map(() => choices.familySpread * stream.normal())
  const points = lawPoints(world, routers, choices.kappa)
  const levels = points.after.map((after, r) =>
    normalCdf(normalQuantile(after) + departures[points.family[r]!]! + choices.routerSpread * stream.normal()),
  )
  const [shared, without, withState] = [0, 1, 2].map(() => field(routers.length, clusters, choices, stream))
  const [kept, moved] = [Math.sqrt(1 - choices.stateShare), Math.sqrt(choices.stateShare)]
  const spread = Math.sqrt(1 + choices.difficulty * choices.difficulty)
  const chances = (means: Float64Array, own: readonly Float64Array[]): Float64Array[] =>
    own.map((scores, r) => {
      const middle = spread * normalQuantile(means[r]!)
      return shared![r]!.map((z, p) => normalCdf(middle + choices.difficulty * (kept * z + moved * scores[p]!)))
    })
  const before = chances(points.before, without!)
  return {
    families,
    routers,
    clusters,
    alone: before,
    before,
    after: chances(levels, withState!),
    size,
    competitors,
  }
}

/** Standard normal scores, routers x pairs: alike in pairs of a skill and in routers on a pair. */
function field(
  routers: number,
  clusters: readonly string[],
  { skillCorrelation, pairCorrelation }: CouplingChoices,
  stream: Stream,
): Float64Array[] {
  const ofSkill = new Map<string, number>()
  const common = clusters.map((cluster) => {
    const skill = ofSkill.get(cluster) ?? stream.normal()
    ofSkill.set(cluster, skill)
    return Math.sqrt(skillCorrelation) * skill + Math.sqrt(pairCorrelation) * stream.normal()
  })
  const own = Math.sqrt(1 - skillCorrelation - pairCorrelation)
  return Array.from({ length: routers }, () => Float64Array.from(common, (score) => score + own * stream.normal()))
}
