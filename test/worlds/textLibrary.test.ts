import { streamsOf } from '@lawbook/base'
// The real routers, not stand-ins: the planted ranks must come out of them.
import { type PointwiseRouter, routers } from '@lawbook/routers'
import { type Library, type Request, tokens } from '@lawbook/skills'
import { rankMatrix, standingsFrom } from '@lawbook/sweeps'
import { drawRanks, hillLaw, logLaw, type RankLaw, textLibrary, unequalPackages } from '@lawbook/worlds'
import { expect, test } from 'vitest'
import { inventedWords } from '../../packages/worlds/src/words.ts'

const stream = streamsOf('worlds.text.test')

function plant(law: RankLaw, packageCount: number, count: number) {
  const packages = unequalPackages(law.competitors + 1, packageCount)
  const targets = stream('targets', law.id).sample(packages.length, count)
  const ranks = drawRanks(
    law,
    targets.map((j) => packages[j]!),
    0.3,
    stream('ranks', law.id),
  )
  const needs = Array.from(targets, (target, i) => ({ target, rank: ranks[i]! }))
  return { needs, ...textLibrary(packages, needs, stream('text', law.id)) }
}

async function ask(id: string, library: Library, requests: readonly Request[]) {
  const router = routers.find((candidate) => candidate.id === id) as PointwiseRouter
  return standingsFrom(rankMatrix(await router.build(library, {}), library, requests), library, requests)
}

const worlds = [logLaw({ a: 0.834, b: 0.042, competitors: 299 }), hillLaw({ kappa: 40, competitors: 299 })]

test.each(worlds)('real lexical routers come to exactly the planted ranks of the $id law', async (law) => {
  const { needs, library, requests } = plant(law, 17, 80)
  for (const router of ['bm25', 'tf-idf', 'minisearch', 'token-overlap']) {
    const standings = await ask(router, library, requests)
    requests.forEach((_, i) => {
      const { target, rank } = needs[i >> 1]!
      const { winner: __, tieBroken: ___, ...counts } = standings[i]!
      expect(counts, `${router} ${requests[i]!.id}`).toEqual({ target, ...rank })
    })
  }
})

test('character n-grams, which share chance letters, come close', async () => {
  const { needs, library, requests } = plant(worlds[0]!, 17, 80)
  const reached = requests.map((_, i) => i).filter((i) => needs[i >> 1]!.rank.targetMatched)
  const standings = await ask('char-ngrams', library, requests)
  const exact = reached.filter((i) => standings[i]!.beaten === needs[i >> 1]!.rank.beaten)
  expect(exact.length / reached.length).toBeGreaterThan(0.9)
})

test('packages are blocks of unequal size that hold every skill', () => {
  const packages = unequalPackages(1144, 53)
  const sizes = Array.from({ length: 53 }, (_, g) => packages.filter((other) => other === g).length)
  expect(packages.length).toBe(1144)
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(1)
  expect(sizes[0]).toBeGreaterThan(200)
  expect(() => unequalPackages(5, 6)).toThrow(/1 to 5/)
})

test('invented words are distinct and no stemmer or stop list touches them', () => {
  const word = inventedWords(stream('words'))
  const made = Array.from({ length: 5000 }, word)
  expect(new Set(made).size).toBe(5000)
  expect(tokens(made.join(' '))).toEqual(made)
})

test('a need outside the library and packages out of order are refused', () => {
  const rank = { beaten: 3, ties: 0, matched: 3, targetMatched: true } as const
  const build = (packages: number[], target: number) => () =>
    textLibrary(Int32Array.from(packages), [{ target, rank }], stream('refused'))
  expect(build([0, 0, 1], 0)).toThrow(/3 beaters/)
  expect(build([0, 0, 1, 1], 4)).toThrow(/skill 4/)
  expect(build([0, 1, 0, 1], 0)).toThrow(/never fall/)
})
