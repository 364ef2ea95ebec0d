import type { Row } from '@lawbook/schemas'
import type { SkillRequests } from '@lawbook/skill-requests'
import type { Library } from '@lawbook/skills'

export type Grouping = 'package' | 'domain'

/** What the rows say of the skills, by index. */
export type SkillFacts = {
  readonly skills: number
  /** The similarity family of a skill. */
  family(skill: number): string
  /** Package, domain and length of the description of a skill. */
  about(skill: number): { readonly package: string; readonly domain: string; readonly characters: number }
  /** All packages, or domains, in the order of their first skill: their places number the clusters. */
  groups(grouping: Grouping): readonly string[]
}

/** Ids, families and lengths of the skills, no text: index in this table = index in `decisions`. */
export function skillRows(library: Library, families: SkillRequests['families']): Row[] {
  return library.skills.map(({ id, package: source, description }) => ({
    id,
    package: source,
    domain: families.domain.get(id) ?? 'none',
    similarity: families.similarity.get(id) ?? id,
    authors: families.authors.get(id) ?? id,
    characters: description.length,
  }))
}

/** Read the table `skills`. */
export function readSkills(skills: readonly Row[]): SkillFacts {
  const groups = (grouping: Grouping): string[] => [...new Set(skills.map((skill) => String(skill[grouping])))]
  const known = { package: groups('package'), domain: groups('domain') }
  return {
    skills: skills.length,
    family: (skill) => String(skills[skill]!.similarity),
    about: (skill) => {
      const { package: owner, domain, characters } = skills[skill]!
      return { package: String(owner), domain: String(domain), characters: Number(characters) }
    },
    groups: (grouping) => known[grouping],
  }
}
