import { streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { exposed, type Library, type Request, type SentenceVectors, type Skill } from '@lawbook/skills'
import { type Need, textLibrary } from '@lawbook/worlds'

/** Skills of the planted library, twelve packages of five; every other one is judged. */
export const skills = 60
const packageSize = 5
/** Twice as many servers as a skill has competitors. */
const servers = 2 * (skills - 1)

/**
 * `alike`: one skill beats each right skill, and so does one server, which says what the direct request says; that one
 * skill is called the twin of the right skill in one need. `apart`: three, two and one skills beat the right
 * skills of packages 0, 4 and 8, none those of others, and servers have words of their own.
 */
export type ArmsWorld = 'alike' | 'apart'

/** How many skills beat those of a package in the world `apart`. */
export const beatenIn = (group: number): number => (group % 4 === 0 ? 3 - group / 4 : 0)

/** A small library for all arms of the experiment, in which every number is known. */
export function plantedArms(world: ArmsWorld) {
  const stream = streamsOf('planted-arms')
  const packages = Int32Array.from({ length: skills }, (_, j) => Math.floor(j / packageSize))
  const beaten = (target: number): number => (world === 'alike' ? 1 : beatenIn(packages[target]!))
  const needs = Array.from(packages, (_, target): Need => {
    const r = beaten(target)
    return { target, rank: { beaten: r, ties: 0, matched: r, targetMatched: true } }
  })
  const { library, requests, beaters } = textLibrary(packages, needs, stream('text', world))
  const split = Object.fromEntries(
    library.skills.map(({ id }, j) => [id, j % 2 === 0 ? 'test' : 'calibration'] as const),
  )
  // Requests stand in pairs, need by need: 2 j is the direct one for skill j.
  const beaterOf = (target: number): number => beaters[2 * target]![0]!
  const twin = Array.from({ length: skills / 2 }, (_, k) => 2 * k).find(
    (j) => world === 'alike' && beaterOf(beaterOf(j)) !== j,
  )
  const by = (family: (skill: Skill, j: number) => string): Map<string, string> =>
    new Map(library.skills.map((skill, j) => [skill.id, family(skill, j)]))
  const isTwin = (j: number): boolean => twin !== undefined && (j === twin || j === beaterOf(twin))
  const planted: SkillRequests = {
    requests,
    split,
    families: {
      domain: by((_, j) => `domain ${j % 2 === 0 ? packages[j]! % 4 : 9}`),
      package: by((skill) => skill.package),
      similarity: by((skill, j) => (isTwin(j) ? 'twins' : skill.id)),
      authors: by((skill) => skill.name),
    },
    planned: requests.length,
    excluded: {},
  }
  const said = (j: number): string => (world === 'alike' && j < skills ? `${requests[2 * j]!.text} ` : '')
  const others = textLibrary(new Int32Array(servers), [], stream('servers', world)).library.skills.map(
    (server, j): Skill => ({
      ...server,
      id: `servers@1.0.0:${String(j).padStart(4, '0')}`,
      description: `${said(j)}${server.description}`,
    }),
  )
  return {
    library,
    requests: planted,
    servers: { servers: others, planned: servers, excluded: {} },
    wordVectors: { id: 'none', dimensions: 1, vector: () => null },
    sentenceVectors: madeUpVectors(library, requests, beaterOf, world),
    synonyms: { id: 'none', of: () => [] },
  }
}

/**
 * One direction a skill. A direct request lies nearest to its right skill and farthest from the one that beats it, a
 * situated one the other way round; all others are equally near.
 */
function madeUpVectors(
  { skills: all }: Library,
  requests: readonly Request[],
  beaterOf: (target: number) => number,
  world: ArmsWorld,
): SentenceVectors {
  const unit = (weight: (j: number) => number): Float32Array => {
    const raw = Float32Array.from(all, (_, j) => weight(j))
    const length = Math.sqrt(raw.reduce((sum, x) => sum + x * x, 0))
    return raw.map((x) => x / length)
  }
  const vectors = new Map(all.map((skill, at) => [exposed(skill), unit((j) => (j === at ? 1 : 0))]))
  requests.forEach(({ text, wording }, i) => {
    const target = Math.floor(i / 2)
    const beater = world === 'alike' ? beaterOf(target) : -1
    const [near, far] = wording === 'direct' ? [target, beater] : [beater, target]
    vectors.set(
      text,
      unit((j) => (j === near ? 1 : j === far ? 0 : 0.1)),
    )
  })
  return { id: `made-up-${world}`, dimensions: all.length, vector: (text) => vectors.get(text) ?? null }
}
