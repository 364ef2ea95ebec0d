import { type Stream, streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { familiesOf, type Library, libraryOf } from '@lawbook/skills'
import { powerLaw, textLibrary, unequalPackages } from '@lawbook/worlds'

/** Words that stand in no listing, for bodies that give nothing away. */
const elsewhere = 'abada abede abidi abodo abudu abyda'

/**
 * A library of invented words in which each skill's requests are beaten by known skills (accuracy falls about as N^-b),
 * with bodies whose one sentence is `telling`, made of the listing's own words, or `silent`, of words found nowhere else.
 */
export function plantedText(skills: number, bodies: 'telling' | 'silent') {
  const stream: Stream = streamsOf('size-forecast-text')(bodies)
  const law = powerLaw({ b: 0.25, competitors: skills - 1 })
  const needs = Array.from({ length: skills }, (_, target) => ({ target, rank: law.rank(stream.uniform(), stream) }))
  const planted = textLibrary(unequalPackages(skills, 20), needs, stream)
  const library: Library = libraryOf(
    planted.library.skills.map((skill) => ({
      ...skill,
      body: `${bodies === 'telling' ? skill.description.split(' ').slice(0, 30).join(' ') : elsewhere}.`,
    })),
  )
  const split = Object.fromEntries(
    library.skills.map(({ id }, j) => [id, j % 2 === 0 ? ('test' as const) : ('calibration' as const)]),
  )
  const requests: SkillRequests = {
    requests: planted.requests,
    split,
    families: familiesOf(library, planted.requests),
    planned: planted.requests.length,
    excluded: {},
  }
  return { library, requests, beaters: planted.beaters }
}
