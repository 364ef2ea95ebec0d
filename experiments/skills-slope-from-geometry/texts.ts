import { roundScore } from '@lawbook/base'
import type { Row } from '@lawbook/schemas'
import { wordings } from '@lawbook/skill-requests'
import { tally } from './bins.ts'
import type { GeometryChoices } from './choices.ts'
import type { Geometry, Place } from './geometry.ts'
import { named, poolIds } from './pools.ts'

/** Sums of the mean similarity of the three nearest competitors, by half and package, over judged-wording targets. */
export function nearnessRows(places: readonly Place[], choices: GeometryChoices): Row[] {
  const rows = new Map<string, { row: Row; n: number; sums: Float64Array }>()
  for (const { half, owner, top3, wordings: asked } of places) {
    if (!(asked as readonly string[]).includes(choices.wording)) continue
    const key = `${half} ${owner}`
    const { n, sums } = rows.get(key) ?? { n: 0, sums: new Float64Array(poolIds.length) }
    rows.set(key, { row: { half, package: owner }, n: n + 1, sums: sums.map((sum, p) => sum + top3[p]!) })
  }
  return [...rows.values()].map(({ row, n, sums }) => ({ ...row, n, ...named(sums, roundScore) }))
}

/** How many competitors of each similarity bin each pool of a judged target has. */
export function geometryRow({ pools, similarity, ...place }: Place, geometry: Geometry): Row {
  const counts = pools.map((pool) => tally(geometry.edges, pool, similarity))
  return {
    package: place.owner,
    direct: place.wordings.includes('direct'),
    situated: place.wordings.includes('situated'),
    ...Object.fromEntries(poolIds.flatMap((id, p) => [...counts[p]!].map((n, k) => [`${id}.${k}`, n]))),
  }
}

/** The same for the reference pool of a calibration target, with what beats it for each judged router and wording. */
export function trainingRow(
  { pools, similarity, id, ...place }: Place,
  geometry: Geometry,
  beats: Map<string, Row>,
  routers: readonly string[],
): Row {
  const counts = tally(geometry.edges, pools[0]!, similarity)
  return {
    package: place.owner,
    direct: place.wordings.includes('direct'),
    situated: place.wordings.includes('situated'),
    ...Object.fromEntries([...counts].map((n, k) => [`n.${k}`, n])),
    ...Object.fromEntries(
      routers.flatMap((router) =>
        wordings.flatMap((wording) => Array.from(counts.keys(), (k) => [`${router}.${wording}.${k}`, null])),
      ),
    ),
    ...beats.get(id),
  }
}
