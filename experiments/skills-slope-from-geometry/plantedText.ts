import { type Stream, streamsOf } from '@lawbook/base'
import type { SkillRequests } from '@lawbook/skill-requests'
import { familiesOf, type Library, libraryOf, type Request, type Skill } from '@lawbook/skills'
import { unequalPackages } from '@lawbook/worlds'

const [skills, servers, topics] = [840, 850, 60]

/**
 * A library of invented words in which real lexical routers can be beaten by similar skills or by anyone. Each skill has
 * five words of its topic, so skills of a topic are similar and others share nothing. Each of its own requests has a
 * word u of the right skill and words v, v', v'' of those that beat it, which the right skill lacks: whether a beater is
 * similar is left to its topic alone. `near`: skills of the right one's topic beat 150 times as often as others;
 * `anyone`: all alike. How often differs between requests.
 */
export function plantedText(beaters: 'near' | 'anyone') {
  const stream = streamsOf('geometry-text')(beaters)
  const word = wordsOf()
  const total = skills + servers
  const packages = unequalPackages(skills, 30)
  const topicOf = Int32Array.from({ length: total }, () => stream.integer(topics))
  const topicWords = Array.from({ length: topics }, () => Array.from({ length: 5 }, word))
  const planted: string[][] = Array.from(topicOf, (topic) => [...topicWords[topic]!])
  const texts = Array.from({ length: skills }, (_, target) => {
    const own = word()
    const lure = [word(), word(), word()]
    planted[target]!.push(own)
    const ease = Math.exp(1.5 * stream.normal())
    for (let j = 0; j < total; j++) {
      const alike = topicOf[j] === topicOf[target]
      const often = beaters === 'anyone' ? 0.006 : alike ? 0.3 : 0.002
      if (j !== target && stream.uniform() < Math.min(0.6, often * ease)) planted[j]!.push(...lure)
    }
    return [own, ...lure].join(' ')
  })
  const length = 10 + Math.max(...planted.map((words) => words.length))
  const listed = planted.map((words, j) => listing(j, packages[j] ?? null, words, length, word, stream))
  const library = libraryOf(listed.slice(0, skills))
  const requests = library.skills.flatMap(({ id }, j) =>
    (['direct', 'situated'] as const).map(
      (wording): Request => ({
        id: `${id} ${wording}`,
        skill: id,
        wording,
        domain: 'one',
        abstract: false,
        text: texts[j]!,
      }),
    ),
  )
  return {
    library,
    requests: asked(library, requests),
    servers: { servers: listed.slice(skills), planned: servers, excluded: {} },
  }
}

function listing(
  j: number,
  owner: number | null,
  words: string[],
  length: number,
  word: () => string,
  stream: Stream,
): Skill {
  while (words.length < length) words.push(word())
  const place = String(j).padStart(5, '0')
  const origin = owner === null ? 'cc-recommender' : `planted-${String(owner).padStart(4, '0')}`
  return {
    id: `${origin}@1.0.0:${place}`,
    name: word(),
    description: stream.shuffle(words).join(' '),
    body: '',
    package: origin,
    licence: 'MIT',
    tags: [],
  }
}

function asked(library: Library, requests: Request[]): SkillRequests {
  const split = Object.fromEntries(
    library.skills.map(({ id }, j) => [id, j % 2 === 0 ? ('test' as const) : ('calibration' as const)]),
  )
  return { requests, split, families: familiesOf(library, requests), planned: requests.length, excluded: {} }
}

/** Distinct words of consonants, which no stemmer touches. */
function wordsOf(): () => string {
  const letters = 'bcdfghjkmnpqrtvw'
  let count = 0
  return () => {
    let [word, rest] = ['', count++]
    for (let i = 0; i < 5; i++, rest >>= 4) word += letters[rest & 15]!
    return `${word}q`
  }
}
