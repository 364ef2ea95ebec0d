import type { Points } from './models.ts'
import type { Chances, Scene } from './scene.ts'

/** What a mean is made of: each family counts the same, or each router. */
export type Weighting = 'families' | 'routers'

/** The routers of a scene as points, all of them or without one second-step skill or one family, by their places. */
export type Levels = {
  readonly skillOf: Int32Array
  points(leftOut?: { readonly skill?: number; readonly family?: number }): Points
}

/** Sums by second-step skill, from which every delete-one mean follows. */
export function levelsOf({ routers, clusters, before, after }: Scene, weighting: Weighting = 'families'): Levels {
  const places = new Map([...new Set(clusters)].map((cluster, i) => [cluster, i]))
  const skillOf = Int32Array.from(clusters, (cluster) => places.get(cluster)!)
  const family = Int32Array.from(routers, (router) => router.family)
  const b = Float64Array.from(routers, (router) => router.b)
  const inFamily = (f: number): number => family.reduce((n, other) => n + (other === f ? 1 : 0), 0)
  const weight = Float64Array.from(family, (f) => (weighting === 'families' ? 1 / inFamily(f) : 1))
  const meansOf = [before, after].map((chances) => meansWithout(chances, skillOf, places.size))
  return {
    skillOf,
    points: ({ skill, family: without } = {}) => ({
      family,
      b,
      before: meansOf[0]!(skill),
      after: meansOf[1]!(skill),
      weight: without === undefined ? weight : weight.map((one, r) => (family[r] === without ? 0 : one)),
    }),
  }
}

/** Each router's mean chance over the pairs that it has, of all second-step skills or without one. */
function meansWithout(chances: Chances, skillOf: Int32Array, skills: number): (skill?: number) => Float64Array {
  const own = chances.map((row) => {
    const [sums, counts] = [new Float64Array(skills), new Float64Array(skills)]
    row.forEach((chance, p) => {
      if (Number.isNaN(chance)) return
      sums[skillOf[p]!]! += chance
      counts[skillOf[p]!]! += 1
    })
    const total = (values: Float64Array): number => values.reduce((sum, value) => sum + value, 0)
    return { sums, counts, sum: total(sums), count: total(counts) }
  })
  return (skill) =>
    Float64Array.from(own, ({ sums, counts, sum, count }) =>
      skill === undefined ? sum / count : (sum - sums[skill]!) / (count - counts[skill]!),
    )
}
