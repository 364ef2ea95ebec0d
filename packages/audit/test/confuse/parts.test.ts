import { tieKey } from '@lawbook/routers'
import { exposed, similarityMatrix, tokens } from '@lawbook/skills'
import { describe, expect, test } from 'vitest'
import { blackHoles, mostByChance } from '../../src/confuse/blackHoles.ts'
import { likeByChance } from '../../src/confuse/chance.ts'
import { collisions } from '../../src/confuse/collisions.ts'
import { hubness, skewness } from '../../src/confuse/hubness.ts'
import { likeness, vectorsOf, wordsByStem } from '../../src/confuse/likeness.ts'
import { nearestOthers } from '../../src/confuse/nearest.ts'
import { ownWords } from '../../src/confuse/ownWords.ts'
import { auditRouters } from '../../src/routers.ts'
import { library, request, skill } from '../library.ts'
import { audited, randomSkills, streams } from './worlds.ts'

describe('auditRouters', () => {
  test('four kinds of the project’s own routers, three in a very large library', () => {
    expect(auditRouters(3000).map(({ id }) => id)).toEqual(['bm25', 'tf-idf', 'char-ngrams', 'token-overlap'])
    expect(new Set(auditRouters(10).map(({ kin }) => kin)).size).toBe(4)
    expect(auditRouters(3001).map(({ id }) => id)).toEqual(['bm25', 'tf-idf', 'token-overlap'])
  })
})

describe('nearestOthers', () => {
  test('is a sort of all matched others by score, then by the tie of both ids', async () => {
    const world = { skills: randomSkills(60, 40, streams('nearest')) }
    for (const router of auditRouters(60)) {
      const fitted = await router.build(world, {})
      const lists = await nearestOthers(router, world, 5)
      world.skills.forEach((own, i) => {
        const { values, matched } = fitted.score(request(own.id, own.id, exposed(own)))
        const tie = (j: number) => tieKey(own.id, world.skills[j]!.id)
        const sorted = world.skills
          .map((_, j) => j)
          .filter((j) => j !== i && matched[j] === 1)
          .sort((a, b) => values[b]! - values[a]! || tie(a) - tie(b))
        expect([...lists[i]!]).toEqual(sorted.slice(0, 5))
      })
    }
  })

  test('what shares nothing is nobody’s neighbour', async () => {
    const two = library(skill('alpha', 'reads maps'), skill('beta', 'bakes bread'))
    expect((await nearestOthers(auditRouters(2)[0]!, two, 10)).map(({ length }) => length)).toEqual([0, 0])
  })
})

describe('likeness', () => {
  test('is the cosine of the matrix of all, and its shares add up to it', () => {
    const texts = randomSkills(30, 30, streams('likeness')).map(exposed)
    const [vectors, matrix] = [vectorsOf(texts.map(tokens)), similarityMatrix(texts)]
    for (let a = 0; a < 30; a++) {
      for (let b = a + 1; b < 30; b++) {
        const { cosine, shared } = likeness(vectors, a, b)
        expect(cosine).toBeCloseTo(matrix[a * 30 + b]!, 6)
        expect(shared.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(cosine, 5)
        expect(shared.map(({ share }) => share)).toEqual(shared.map(({ share }) => share).sort((x, y) => y - x))
      }
    }
  })

  test('words are given as they stand in the text', () => {
    expect(Object.fromEntries(wordsByStem('Deploying the deployed databases'))).toEqual({
      ...{ deploi: 'deploying', databas: 'databases' },
    })
  })
})

describe('likeByChance', () => {
  test('grows as words are fewer, is at most .5, and the same every time', () => {
    const texts = (vocabulary: number) =>
      randomSkills(80, vocabulary, streams('chance', vocabulary)).map((own) => tokens(exposed(own)))
    const at = (vocabulary: number) => likeByChance(texts(vocabulary), streams('draw'))
    expect(at(30)).toBe(0.5)
    expect(at(1500)).toBeLessThan(at(300))
    expect(at(300)).toBeLessThan(0.5)
    expect(at(300)).toBe(at(300))
    expect(likeByChance([], streams('draw'))).toBe(0.5)
    expect(likeByChance([['a']], streams('draw'))).toBe(0)
  })

  test('listings of random words stay below it but for a few', () => {
    const texts = randomSkills(300, 300, streams('below')).map((own) => tokens(exposed(own)))
    const [limit, vectors] = [likeByChance(texts, streams('draw')), vectorsOf(texts)]
    const nearest = texts.map((_, a) =>
      Math.max(...texts.map((_, b) => (a === b ? 0 : likeness(vectors, a, b).cosine))),
    )
    expect(nearest.filter((cosine) => cosine > limit).length).toBeLessThanOrEqual(6)
  })
})

describe('collisions', () => {
  const four = library(
    skill('a', 'sends invoices by mail every monday'),
    skill('b', 'mails invoices to customers on a monday'),
    skill('c', 'paints high walls white'),
    skill('d', 'paints high doors white'),
  )
  const [bm25, tfIdf, ngrams] = auditRouters(4)
  const lists = (...of: number[][]) => of.map((list) => Int32Array.from(list))
  const near = lists([1, 2, 3], [0, 2, 3], [3, 0, 1], [2, 0, 1])
  const onlyA = lists([1, 2, 3], [2, 3, 0], [3, 1, 0], [2, 1, 0])

  test('two kinds of routers must each find both among the two nearest', () => {
    const found = collisions(four, [bm25!, tfIdf!], [near, onlyA], 0)
    expect(found.map(({ a, b, agree }) => [a, b, agree])).toEqual([[2, 3, 2]])
    expect(collisions(four, [bm25!, tfIdf!, ngrams!], [near, onlyA, near], 0).map(({ a, b }) => [a, b])).toEqual([
      [2, 3],
      [0, 1],
    ])
    expect(collisions(four, [bm25!, bm25!], [near, onlyA], 0)).toHaveLength(2)
  })

  test('words that weigh most come first, and what is no more alike than the floor is none', () => {
    const [first] = collisions(four, [bm25!, tfIdf!], [near, near], 0).filter(({ a }) => a === 0)
    expect(new Set(first!.words)).toEqual(new Set(['invoices', 'mail', 'monday']))
    expect(collisions(four, [bm25!, tfIdf!], [near, near], first!.similarity).some(({ a }) => a === 0)).toBe(false)
  })

  test('two words in common are too few, unless they are nearly all; single characters are not shown', () => {
    const of = (a: string, b: string) => {
      const pair = library(skill('a', a), skill('b', b), skill('c', 'paints high walls'))
      return collisions(pair, [bm25!, tfIdf!], [lists([1], [0], []), lists([1], [0], [])], 0)
    }
    expect(of('sends invoices by mail to banks', 'prints invoices and mail for schools abroad')).toEqual([])
    expect(of('sends invoices by mail', 'sends invoices')).toMatchObject([{ words: ['invoices', 'sends'] }])
    const [shown] = of('sends v 2 invoices by mail', 'prints v 2 invoices for schools by mail')
    expect(new Set(shown!.words)).toEqual(new Set(['invoices', 'mail']))
  })
})

describe('hubness', () => {
  test('skewness by hand', () => {
    expect(skewness(Int32Array.from([0, 0, 0, 4]))).toBeCloseTo(2 / Math.sqrt(3), 12)
    expect(skewness(Int32Array.from([2, 2]))).toBeNull()
  })

  test('random neighbours lie within chance, a hub that all name does not, a handful says nothing', () => {
    const stream = streams('hub')
    const random = Array.from({ length: 200 }, (_, i) => stream.sample(199, 10).map((j) => (j < i ? j : j + 1)))
    const of = hubness(random, streams('null'))!
    expect(of.skewness).toBeGreaterThan(of.chance.low)
    expect(of.skewness).toBeLessThan(of.chance.high)
    const hub = random.map((list, i) => Int32Array.from(list, (j, k) => (k === 0 && i > 0 ? 0 : j)))
    const planted = hubness(hub, streams('null'))!
    expect(planted.skewness).toBeGreaterThan(planted.chance.high)
    expect(hubness(random.slice(0, 20), streams('null'))).toBeNull()
  })
})

describe('blackHoles', () => {
  test('the limit is exceeded in about 1 of 200 cases of chance, and not less', () => {
    for (const [picks, skills] of [
      [40, 50],
      [300, 100],
    ] as const) {
      const stream = streams('limit', picks)
      const limit = mostByChance(picks, skills)
      let [beyond, atLimit] = [0, 0]
      for (let draw = 0; draw < 4000; draw++) {
        const counts = new Int32Array(skills)
        for (let pick = 0; pick < picks; pick++) counts[stream.integer(skills)]!++
        const most = counts.reduce((x, y) => Math.max(x, y), 0)
        if (most > limit) beyond++
        if (most > limit - 1) atLimit++
      }
      expect(beyond / 4000).toBeLessThan(0.008)
      expect(atLimit / 4000).toBeGreaterThan(0.003)
    }
    expect(mostByChance(0, 10)).toBe(0)
  })

  const topics = 'invoice pastry violin glacier tractor orchid lantern compass saddle turbine marble falcon'.split(' ')
  const world = library(
    ...topics.map((topic) => skill(topic, `Handles ${topic} matters.`)),
    skill(
      'everything',
      `Handles ${topics.map((topic) => `${topic} plans ${topic} repairs ${topic} letters`).join(' ')}`,
    ),
  )
  const probes = topics.map((topic, i) => request(`p${i}`, topic, `plans and repairs and letters of the ${topic}`))
  const apart = new Map(world.skills.map(({ id }) => [id, id]))

  test('a skill that draws what others are for is found, with what it drew', async () => {
    const [hole, ...others] = await blackHoles(world, probes, auditRouters(13), apart)
    expect(others).toEqual([])
    expect(hole).toMatchObject({ id: 'everything', wrongPicks: 12, families: 12 })
    expect(hole!.limit).toBeLessThan(12)
  })

  test('one that draws from its own family is none, nor is one that a single kind of router says so', async () => {
    const together = new Map(world.skills.map(({ id }) => [id, 'one']))
    expect(await blackHoles(world, probes, auditRouters(13), together)).toEqual([])
    const [bm25, tfIdf] = auditRouters(13)
    const blind = {
      ...tfIdf!,
      build: () => ({ score: () => ({ values: new Float64Array(13), matched: new Uint8Array(13) }) }),
    }
    expect(await blackHoles(world, probes, [bm25!, blind], apart)).toEqual([])
    expect(await blackHoles(world, probes, [bm25!], apart)).toHaveLength(1)
  })
})

describe('ownWords', () => {
  test('counts stems that no other listing has, pointers left out', () => {
    const skills = [
      audited('alpha', 'Reads maps. Not for zeppelins, use beta-maps.'),
      audited('beta', 'Reads maps of rivers.'),
    ]
    expect(ownWords({ skills })).toEqual({
      most: 1,
      counts: [
        { id: 'alpha', all: 3, own: 1 },
        { id: 'beta', all: 4, own: 2 },
      ],
    })
  })
})
