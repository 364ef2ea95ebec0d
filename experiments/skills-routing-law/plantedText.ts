import { streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { familiesOf, type Skill } from '@lawbook/skills'
import { drawRanks, type RankLaw, textLibrary, unequalPackages } from '@lawbook/worlds'

/** Skills of a planted library: as many as the real one has. */
export const skills = 1144

/** Invented words have no vectors and no synonyms, and nobody else's servers compete. */
const without = {
  wordVectors: { id: 'none', dimensions: 1, vector: () => null },
  sentenceVectors: { id: 'none', dimensions: 1, vector: () => null },
  synonyms: { id: 'none', of: () => [] },
  servers: { servers: [] as Skill[], planned: 0, excluded: {} },
}

/** A planted law as a text library that real routers are asked over: half its skills for calibration, half judged. */
export function plantedData(law: RankLaw, name: string, needs = 400) {
  const stream = streamsOf('planted-text')
  const packages = unequalPackages(skills, 40)
  const targets = stream('targets', name).sample(skills, needs).sort()
  const clusters = Int32Array.from(targets, (target) => packages[target]!)
  const ranks = drawRanks(law, clusters, 0.05, stream('ranks', name))
  const { library, requests } = textLibrary(
    packages,
    Array.from(targets, (target, i) => ({ target, rank: ranks[i]! })),
    stream('text', name),
  )
  const split = Object.fromEntries(
    library.skills.map(({ id }, j) => [id, j % 2 === 0 ? 'test' : 'calibration'] as const),
  )
  const planted: SkillRequests = {
    requests,
    split,
    families: familiesOf(library, requests),
    planned: requests.length,
    excluded: {},
  }
  return { ...without, library, requests: planted }
}
