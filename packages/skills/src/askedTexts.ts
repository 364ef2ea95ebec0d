import { exposed, listings } from './listing.ts'
import type { Library, Request } from './skill.ts'

/**
 * The texts that routers read, by corpus: `requests`, the servers as they are shown, and the skills once for each
 * exposure policy (`skills-full`, `skills-name`, `skills-description`, `skills-body`). In the order given, empty texts
 * and repetitions kept: what data sets of vectors and synonyms look up is what experiments will ask them for.
 */
export function askedTexts(
  library: Library,
  requests: readonly Request[],
  servers: Library,
): Readonly<Record<string, readonly string[]>> {
  const shown = Object.entries(listings).map(([policy, listing]) => {
    return [`skills-${policy}`, library.skills.map((skill) => exposed(listing(skill)))] as const
  })
  return {
    requests: requests.map(({ text }) => text),
    servers: servers.skills.map(exposed),
    ...Object.fromEntries(shown),
  }
}
