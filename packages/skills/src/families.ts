import { byCodeUnit } from '@lawbook/base'
import { averageLinkage } from './cluster.ts'
import type { Library, Request } from './skill.ts'
import { similarityMatrix } from './text/similarity.ts'

/** Four ways to say which skills belong together; no one of them is the paper's, which is not known. */
export const groupings = ['domain', 'package', 'similarity', 'authors'] as const
export type Grouping = (typeof groupings)[number]

/** The family of each skill by id. A skill that no request is meant for has no domain, and is not in that map. */
export type Families = Readonly<Record<Grouping, ReadonlyMap<string, string>>>

/** All four groupings of a library. */
export function familiesOf(library: Library, requests: readonly Request[]): Families {
  const by = (family: (skill: Library['skills'][number]) => string): Map<string, string> =>
    new Map(library.skills.map((skill) => [skill.id, family(skill)]))
  return {
    domain: domainFamilies(library, requests),
    package: by(({ package: name }) => name),
    similarity: similarityFamilies(library),
    authors: by(({ name }) => authorsFamily(name)),
  }
}

/** The domain that most of a skill's requests carry; of equals the first by code unit. */
function domainFamilies(library: Library, requests: readonly Request[]): Map<string, string> {
  const domains = new Map(library.skills.map(({ id }) => [id, [] as string[]]))
  for (const { skill, domain } of requests) domains.get(skill)?.push(domain)
  const families = new Map<string, string>()
  for (const [id, labels] of domains) {
    const count = (label: string): number => labels.filter((other) => other === label).length
    const [most] = [...new Set(labels)].sort((a, b) => count(b) - count(a) || byCodeUnit(a, b))
    if (most !== undefined) families.set(id, most)
  }
  return families
}

/** The share of all pairs of skills that are at least as similar as two clusters must be to be merged. */
const similarShare = 0.01

/**
 * Clusters by what names and descriptions say: average linkage on TF-IDF cosines, cut at the similarity that the most
 * similar 1 % of all pairs reach. The cut is a quantile, so it depends on the library's texts and on no router's
 * accuracy. A family carries the id of its first skill.
 */
export function similarityFamilies(library: Library): Map<string, string> {
  const { skills } = library
  const n = skills.length
  const similarity = similarityMatrix(skills.map(({ name, description }) => `${name} ${description}`))
  const first = averageLinkage(similarity, n, upperQuantile(similarity, n, similarShare))
  return new Map(skills.map(({ id }, i) => [id, skills[first[i]!]!.id]))
}

/** The value that a share of the pairs above the diagonal reaches or exceeds. */
function upperQuantile(matrix: Float64Array, n: number, share: number): number {
  const pairs = new Float64Array((n * (n - 1)) / 2)
  for (let i = 0, at = 0; i < n; i++) for (let j = i + 1; j < n; j++) pairs[at++] = matrix[i * n + j]!
  pairs.sort()
  return pairs[Math.max(0, pairs.length - Math.max(1, Math.floor(share * pairs.length)))] ?? 1
}

/**
 * The family rule in the code of the paper's authors (github.com/evolvent-ai/skill-laws, F02 to F04): the name without
 * one leading descriptor and without a trailing number.
 */
export function authorsFamily(name: string): string {
  return name
    .toLowerCase()
    .trim()
    .replace(/[\s_]+/g, '-')
    .replace(/^(auto|pro|fast|advanced|batch|bulk|quick|secure|smart|deep)-(?=.)/, '')
    .replace(/(?<=.)-\d+$/, '')
}
