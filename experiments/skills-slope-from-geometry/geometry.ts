import { fail } from '@lawbook/base'
import { admitted } from '@lawbook/skill-requests'
import { exposed, type Library, libraryOf, type Request, similarityMatrix } from '@lawbook/skills'
import { type Bins, binsOf } from './bins.ts'
import type { GeometryChoices } from './choices.ts'
import type { Loaded } from './observe.ts'
import { type Field, foldsOf, poolsOf } from './pools.ts'

/** One right skill: its half, its pools, and its similarity to every skill and server. */
export type Place = {
  readonly id: string
  readonly target: number
  readonly owner: string
  readonly half: 'calibration' | 'test'
  readonly wordings: readonly Request['wording'][]
  readonly similarity: Float64Array
  readonly pools: readonly Int32Array[]
  /** The mean similarity of the three nearest competitors of each pool. */
  readonly top3: Float64Array
}

/** Everything that texts alone say: known before any routing. */
export type Geometry = {
  /** Skills and servers together: what every router is built over. */
  readonly union: Library
  /** Indices of the skills. */
  readonly skills: Int32Array
  readonly folds: ReadonlyMap<string, number>
  readonly asked: readonly Request[]
  readonly places: readonly Place[]
  readonly edges: Bins
  placeOf(row: number): Place
  placeFor(skill: string): Place
}

/**
 * Pools and similarity bins of every target. Similarity is the TF-IDF cosine of listings (name and description), or
 * any other matrix of the union. Bins are cut on targets of the calibration half and their own fold.
 */
export function geometryOf(
  { library, requests, servers }: Pick<Loaded, 'library' | 'requests' | 'servers'>,
  choices: GeometryChoices,
): Geometry {
  const union = libraryOf([...library.skills, ...servers.servers])
  const n = union.skills.length
  const matrix = similarityMatrix(union.skills.map(exposed))
  const rowOf = (j: number): Float64Array => matrix.subarray(j * n, (j + 1) * n)
  const folds = foldsOf(library)
  const foldOf = union.skills.map(({ package: owner }) => folds.get(owner) ?? null)
  const asked = admitted(requests)
  const index = new Map(union.skills.map(({ id }, j) => [id, j]))
  const wordings = new Map<string, Request['wording'][]>()
  for (const { skill, wording } of asked) wordings.set(skill, [...(wordings.get(skill) ?? []), wording])
  const targets = [...wordings.keys()].map(
    (id) => index.get(id) ?? fail('LB_DANGLING', `a request is meant for ${id}, which the library lacks`),
  )
  const fields = [0, 1].map((fold): Field => {
    const own = targets.filter((j) => foldOf[j] === fold)
    const nearness = new Float64Array(n)
    for (const t of own) for (let j = 0; j < n; j++) nearness[j]! += rowOf(t)[j]! / own.length
    return { skills: indices(n, (j) => foldOf[j] === fold), servers: indices(n, (j) => foldOf[j] === null), nearness }
  })
  const places = targets.map((target): Place => {
    const { id, package: owner } = union.skills[target]!
    const similarity = rowOf(target)
    const pools = poolsOf(target, fields[foldOf[target]!]!, similarity)
    const top3 = Float64Array.from(pools, (pool) => meanOfLargest(pool, similarity, 3))
    return { id, target, owner, half: requests.split[id]!, wordings: wordings.get(id)!, similarity, pools, top3 }
  })
  const seen = places.filter(({ half }) => half === 'calibration')
  const pairs = Float64Array.from(seen.flatMap(({ pools, similarity }) => [...pools[0]!].map((j) => similarity[j]!)))
  const byId = new Map(places.map((place) => [place.id, place]))
  const placeFor = (skill: string): Place => byId.get(skill)!
  return {
    union,
    skills: indices(n, (j) => foldOf[j] !== null),
    folds,
    asked,
    places,
    edges: binsOf(pairs, choices.quantiles),
    placeFor,
    placeOf: (row) => placeFor(asked[row]!.skill),
  }
}

function indices(n: number, keep: (j: number) => boolean): Int32Array {
  return Int32Array.from(Array.from({ length: n }, (_, j) => j).filter(keep))
}

function meanOfLargest(pool: Int32Array, similarity: Float64Array, count: number): number {
  const values = Float64Array.from(pool, (j) => similarity[j]!).sort()
  return values.subarray(-count).reduce((sum, value) => sum + value, 0) / Math.min(count, values.length)
}
