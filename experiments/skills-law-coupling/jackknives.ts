import { clusterJackknife, type Nested, nestedIntervals, type Sided, type Transform } from '@lawbook/estimators'
import { type Levels, levelsOf, type Weighting } from './levels.ts'
import type { Points } from './models.ts'
import type { Scene } from './scene.ts'

/**
 * Numbers of the routers' points, each with the limits that lie farthest out, null where one does not exist on some part of
 * the data; and what was resampled, in words.
 */
export type BothWays = { readonly nested: readonly (Nested | null)[]; readonly resampled: string }

/**
 * Several numbers from one pair of delete-one jackknives, over second-step skills and over families of routers, Student
 * quantiles, of each limit the one that lies farthest out: `twoWayInterval` for numbers that share their work. With one
 * family only skills are resampled.
 */
export function bothWays(
  scene: Scene,
  statistic: (points: Points) => Float64Array,
  options: {
    readonly sided: Sided
    readonly parts?: number
    readonly weighting?: Weighting
    readonly transform?: Transform
  },
): BothWays {
  const { weighting, ...rule } = options
  const levels = levelsOf(scene, weighting)
  const ways = waysOf(scene, levels).filter(({ clusters }) => new Set(clusters).size > 1)
  const found = ways.map(({ clusters, leftOut }) => {
    const { value, se, df } = clusterJackknife({
      clusters,
      statistic: (id) => statistic(levels.points(id === null ? {} : leftOut(id))),
    })
    return Array.from(value, (one, k) =>
      Number.isFinite(one) && Number.isFinite(se[k]!) ? nestedIntervals({ value: one, se: se[k]!, df, ...rule }) : null,
    )
  })
  return {
    nested: found.reduce((one, other) => one.map((nested, k) => farther(nested, other[k]!))),
    resampled:
      ways.map(({ name, clusters }) => `${name} (${new Set(clusters).size})`).join(' and ') +
      (ways.length > 1 ? ', the farther limit of each' : ''),
  }
}

function waysOf({ families }: Scene, { skillOf }: Levels) {
  return [
    { name: 'second-step skills', clusters: skillOf, leftOut: (skill: number) => ({ skill }) },
    {
      name: 'families of routers',
      clusters: Int32Array.from(families.keys()),
      leftOut: (family: number) => ({ family }),
    },
  ]
}

function farther(one: Nested | null, other: Nested | null): Nested | null {
  if (one === null || other === null) return null
  const limits = (of: 'i90' | 'i995'): [number, number] => [
    Math.min(one[of][0], other[of][0]),
    Math.max(one[of][1], other[of][1]),
  ]
  return { value: one.value, i90: limits('i90'), i995: limits('i995') }
}
