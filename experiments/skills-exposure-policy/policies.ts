import { type Library, libraryOf, listings, type Skill } from '@lawbook/skills'

/** What a listing shows of each skill. */
export const policyIds = ['name', 'description', 'full', 'body'] as const
export type PolicyId = (typeof policyIds)[number]

/**
 * The library as a policy shows it. Where only the name or only the description is listed, tags are hidden as well: one
 * router reads them.
 */
export function listed(library: Library, policy: PolicyId): Library {
  const bare = policy === 'name' || policy === 'description'
  const shown = (skill: Skill): Skill => ({ ...listings[policy](skill), ...(bare ? { tags: [] } : {}) })
  return policy === 'full' ? library : { skills: library.skills.map(shown) }
}

/** A library in which every skill stands twice, in full and by its name alone. */
export type DoubledLibrary = {
  readonly library: Library
  /** Where each skill stands in full, and where by name, as indices into `library`. */
  readonly full: Int32Array
  readonly name: Int32Array
}

/** One fit for both texts of every skill: 2S entries, whose document frequencies and lengths are those of both. */
export function doubled(library: Library): DoubledLibrary {
  const byName = listed(library, 'name').skills.map((skill) => ({ ...skill, id: nameEntry(skill.id) }))
  const both = libraryOf([...library.skills, ...byName])
  const index = new Map(both.skills.map(({ id }, j) => [id, j]))
  return {
    library: both,
    full: Int32Array.from(library.skills, ({ id }) => index.get(id)!),
    name: Int32Array.from(library.skills, ({ id }) => index.get(nameEntry(id))!),
  }
}

function nameEntry(id: string): string {
  return `${id}#name`
}
