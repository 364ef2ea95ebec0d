import { fail, hashJson } from '@lawbook/base'
import {
  exposed,
  type Library,
  libraryOf,
  type Request,
  type Resources,
  type SentenceVectors,
  type Skill,
} from '@lawbook/skills'

/** Skills merged into coarser units, each listed as one entry. */
export type Units = {
  /** One entry a unit: the names and the descriptions of its members, one after the other. */
  readonly library: Library
  /** The unit of each skill, as an index into `library`. */
  readonly unitOf: Int32Array
  /** How many skills each unit holds. */
  readonly members: Int32Array
}

/** Merge skills by family. A skill without a family throws LB_DANGLING. */
export function unitsOf(library: Library, families: ReadonlyMap<string, string>): Units {
  const byFamily = new Map<string, Skill[]>()
  for (const skill of library.skills) {
    const family =
      families.get(skill.id) ?? fail('LB_DANGLING', `the skill ${skill.id} has no family; give every skill one`)
    byFamily.set(family, [...(byFamily.get(family) ?? []), skill])
  }
  const units = libraryOf([...byFamily].map(([family, skills]) => merged(family, skills)))
  const index = new Map(units.skills.map(({ id }, u) => [id, u]))
  const unitOf = Int32Array.from(library.skills, ({ id }) => index.get(unitId(families.get(id)!))!)
  const members = new Int32Array(units.skills.length)
  for (const u of unitOf) members[u]!++
  return { library: units, unitOf, members }
}

function merged(family: string, skills: readonly Skill[]): Skill {
  return {
    id: unitId(family),
    name: skills.map(({ name }) => name).join(' '),
    description: skills.map(({ description }) => description).join(' '),
    body: '',
    package: skills[0]!.package,
    licence: skills[0]!.licence,
    tags: skills.flatMap(({ tags }) => tags),
  }
}

function unitId(family: string): string {
  return `unit:${family}`
}

/** The same requests, meant for the unit of their right skill. */
export function askedOfUnits(units: Units, library: Library, requests: readonly Request[]): Request[] {
  const index = new Map(library.skills.map(({ id }, j) => [id, j]))
  return requests.map((request) => ({
    ...request,
    skill: units.library.skills[units.unitOf[index.get(request.skill)!]!]!.id,
  }))
}

/**
 * Resources in which the listing of a unit has a sentence vector, the normalised mean of its members' vectors: no
 * encoder is run here, and a text of many skills is longer than it was trained for. LB_DATA_MISSING where a member has
 * no vector.
 */
export function withCentroids(resources: Resources, units: Units, library: Library): Resources {
  const { sentenceVectors } = resources
  if (sentenceVectors === undefined) return resources
  const vectors = new Map<string, () => Float32Array>()
  const members = units.library.skills.map((): Skill[] => [])
  library.skills.forEach((skill, j) => {
    members[units.unitOf[j]!]!.push(skill)
  })
  units.library.skills.forEach((unit, u) => {
    vectors.set(
      exposed(unit),
      once(() => meanDirection(members[u]!, sentenceVectors)),
    )
  })
  return {
    ...resources,
    sentenceVectors: {
      // Caches go by this name: units of other members have other vectors.
      id: hashJson([sentenceVectors.id, members.map((skills) => skills.map(exposed))]),
      dimensions: sentenceVectors.dimensions,
      vector: (text) => vectors.get(text)?.() ?? sentenceVectors.vector(text),
    },
  }
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}

/** The mean of the skills' vectors, at length 1. */
function meanDirection(skills: readonly Skill[], { dimensions, vector }: SentenceVectors): Float32Array {
  const sum = new Float64Array(dimensions)
  for (const skill of skills) {
    const own =
      vector(exposed(skill)) ??
      fail('LB_DATA_MISSING', `no sentence vector for the listing of ${skill.id}; build the data set for this library`)
    for (let d = 0; d < dimensions; d++) sum[d]! += own[d]!
  }
  const length = Math.sqrt(sum.reduce((total, x) => total + x * x, 0))
  return Float32Array.from(sum, (x) => (length > 0 ? x / length : 0))
}
