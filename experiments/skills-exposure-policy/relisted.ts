import type { StreamFactory } from '@lawbook/base'
import type { PointwiseRouter } from '@lawbook/routers'
import { type Families, type Library, libraryOf, type Request, type Resources } from '@lawbook/skills'
import { type RankMatrix, rankMatrix, requestCurves, standingsFrom } from '@lawbook/sweeps'
import { type GroupingId, groupingIds } from './groupings.ts'
import { groupedCurves } from './twoLevel.ts'
import { askedOfUnits, unitsOf, withCentroids } from './units.ts'

/** Chances of the right skill in the same drawn libraries, one value a request. */
export type Relisted = {
  /** Flat routing, by the router fitted on the drawn skills. */
  readonly flat: Float64Array
  /** Two levels, by the router fitted on the drawn skills and on the units that these make up. */
  readonly twoLevel: Readonly<Record<GroupingId, Float64Array>>
  readonly decisions: number
}

/**
 * What two levels do where the listing of a unit is of its drawn members alone, as if somebody had listed this library
 * and not the large one. Random orders of all skills (stream ("relisted", order)) are cut into libraries of N; in each
 * order each request is decided once, in the library that has its right skill. The last cut reaches back to have N. All
 * routers see the same libraries. Ties are shared evenly.
 */
export async function relistedShares({
  router,
  library,
  requests,
  resources,
  families,
  size,
  orders,
  stream,
}: {
  readonly router: PointwiseRouter
  readonly library: Library
  readonly requests: readonly Request[]
  readonly resources: Resources
  readonly families: Families
  readonly size: number
  readonly orders: number
  readonly stream: StreamFactory
}): Promise<Relisted> {
  const flat = new Float64Array(requests.length)
  const twoLevel = { package: new Float64Array(requests.length), similarity: new Float64Array(requests.length) }
  for (let order = 0; order < orders; order++)
    for (const { drawn, own } of cut(library, requests, size, stream('relisted', order))) {
      const meant = own.map((i) => requests[i]!)
      const ranks = await ranksOf(router, drawn, meant, resources)
      const shares = requestCurves(standingsFrom(ranks, drawn, meant), [size], size).right
      own.forEach((i, k) => {
        flat[i]! += shares[k]! / orders
      })
      for (const grouping of groupingIds) {
        const units = unitsOf(drawn, families[grouping])
        const unitRanks = await ranksOf(
          router,
          units.library,
          askedOfUnits(units, drawn, meant),
          withCentroids(resources, units, drawn),
        )
        const both = groupedCurves(unitRanks, ranks, units, [size]).twoLevel
        own.forEach((i, k) => {
          twoLevel[grouping][i]! += both[k]! / orders
        })
      }
    }
  return { flat, twoLevel, decisions: size < 2 ? 0 : orders * requests.length * (1 + groupingIds.length) }
}

/** Libraries of `size` that a random order of all skills is cut into, each with the requests that are decided there. */
function cut(
  library: Library,
  requests: readonly Request[],
  size: number,
  stream: ReturnType<StreamFactory>,
): { readonly drawn: Library; readonly own: readonly number[] }[] {
  const order = stream.shuffle(Int32Array.from(library.skills.keys()))
  const cutOf = new Map(Array.from(order, (j, place) => [library.skills[j]!.id, Math.floor(place / size)]))
  return Array.from({ length: Math.ceil(order.length / size) }, (_, c) => {
    const from = Math.min(c * size, order.length - size)
    return {
      drawn: libraryOf(Array.from(order.subarray(from, from + size), (j) => library.skills[j]!)),
      own: [...requests.keys()].filter((i) => cutOf.get(requests[i]!.skill) === c),
    }
  }).filter(({ own }) => own.length > 0)
}

async function ranksOf(
  router: PointwiseRouter,
  library: Library,
  requests: readonly Request[],
  resources: Resources,
): Promise<RankMatrix> {
  return rankMatrix(await router.build(library, resources), library, requests)
}
