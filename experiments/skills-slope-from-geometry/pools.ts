import { byCodeUnit } from '@lawbook/base'
import type { Library } from '@lawbook/skills'

/**
 * The pools in which the same targets are asked. `random` is the reference in which b is known; no kernel has seen any of them.
 * Bands, `nearest` and the mixtures are a target's own; `set-near` and `set-far` are the same for all targets of a
 * fold; the last four hold servers, which no kernel has seen.
 */
export const poolIds = [
  'random',
  'nearest',
  'band-1',
  'band-2',
  'band-3',
  'band-4',
  'near-and-far',
  'few-near',
  'set-near',
  'set-far',
  'servers',
  'servers-near',
  'servers-far',
  'union',
] as const

/** Names that readers see. */
export const poolNames: Readonly<Record<(typeof poolIds)[number], string>> = {
  random: 'all skills of the fold',
  nearest: '100 nearest',
  'band-1': 'nearest quarter',
  'band-2': 'second quarter',
  'band-3': 'third quarter',
  'band-4': 'farthest quarter',
  'near-and-far': 'nearest and farthest eighth',
  'few-near': '10 nearest among far',
  'set-near': 'quarter near all targets',
  'set-far': 'quarter far from all targets',
  servers: 'all servers',
  'servers-near': 'nearest servers',
  'servers-far': 'farthest servers',
  union: 'skills and servers',
}

/** Whether a pool has servers in it. */
export function hasServers(pool: number): boolean {
  return poolIds[pool]!.startsWith('servers') || poolIds[pool] === 'union'
}

/**
 * Two folds of packages with about as many skills each: packages by falling size, each to the fold that has fewer. A
 * kernel of one fold has seen neither the targets nor the competitors of the other.
 */
export function foldsOf(library: Library): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const skill of library.skills) sizes.set(skill.package, (sizes.get(skill.package) ?? 0) + 1)
  const total = [0, 0]
  const folds = new Map<string, number>()
  for (const [name, size] of [...sizes].sort((a, b) => b[1] - a[1] || byCodeUnit(a[0], b[0]))) {
    const fold = total[0]! <= total[1]! ? 0 : 1
    total[fold]! += size
    folds.set(name, fold)
  }
  return folds
}

/** Who there is to compete with the targets of one fold, as indices, and how near each is to all of those targets. */
export type Field = { readonly skills: Int32Array; readonly servers: Int32Array; readonly nearness: Float64Array }

/**
 * The pools of one target, in the order of `poolIds`, the target left out. `similarity` is the target's row over all
 * skills and servers. A pool of a target is nearest first, equals by index.
 */
export function poolsOf(target: number, field: Field, similarity: Float64Array): Int32Array[] {
  const by = (values: Float64Array, of: Int32Array): Int32Array =>
    of.filter((j) => j !== target).sort((a, b) => values[b]! - values[a]! || a - b)
  const skills = by(similarity, field.skills)
  const servers = by(similarity, field.servers)
  const together = by(field.nearness, field.skills)
  const [quarter, eighth] = [skills.length >> 2, skills.length >> 3]
  return [
    skills,
    skills.subarray(0, 100),
    skills.subarray(0, quarter),
    skills.subarray(quarter, 2 * quarter),
    skills.subarray(2 * quarter, 3 * quarter),
    skills.subarray(skills.length - quarter),
    Int32Array.of(...skills.subarray(0, eighth), ...skills.subarray(skills.length - eighth)),
    Int32Array.of(...skills.subarray(0, 10), ...skills.subarray(skills.length - quarter + 10)),
    together.subarray(0, quarter),
    together.subarray(together.length - quarter),
    servers,
    servers.subarray(0, 200),
    servers.subarray(Math.max(0, servers.length - 800)),
    Int32Array.of(...skills, ...servers),
  ]
}

/** One column a pool. */
export function named(values: Float64Array, digits: (x: number) => number): Record<string, number> {
  return Object.fromEntries(poolIds.map((id, p) => [id, digits(values[p]!)]))
}
