import { byCodeUnit } from '@lawbook/base'
import { mcpServers } from '@lawbook/mcp-servers'
import { skillLibrary } from '@lawbook/skill-library'
import { skillRequests } from '@lawbook/skill-requests'
import { askedTexts, countTerms, words } from '@lawbook/skills'

/** The words that routers ask for, with how often each occurs, by corpus of `askedTexts`, sorted by corpus. */
export async function readCorpora(): Promise<Map<string, Map<string, number>>> {
  const library = await skillLibrary.load()
  const { requests } = await skillRequests.load()
  const { servers } = await mcpServers.load()
  const texts = askedTexts(library, requests, { skills: servers })
  const sorted = Object.entries(texts).sort(([a], [b]) => byCodeUnit(a, b))
  return new Map(sorted.map(([corpus, all]) => [corpus, countTerms(all.flatMap(words))]))
}

/** How much of a corpus has a vector, in distinct and in running words. */
export type Coverage = {
  readonly corpus: string
  readonly distinct: number
  readonly distinctCovered: number
  readonly running: number
  readonly runningCovered: number
}

/** Count the words of a corpus for which `has` is true. */
export function coverageOf(
  corpus: string,
  counts: ReadonlyMap<string, number>,
  has: (word: string) => boolean,
): Coverage {
  const all = [...counts]
  const covered = all.filter(([word]) => has(word))
  const sum = (some: readonly (readonly [string, number])[]): number => some.reduce((total, [, n]) => total + n, 0)
  return {
    corpus,
    distinct: all.length,
    distinctCovered: covered.length,
    running: sum(all),
    runningCovered: sum(covered),
  }
}
