import type { Library, Resources } from '@lawbook/skills'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseAmong, registerRouters, routers, tieKey } from '../src/index.ts'
import { anyWord } from './handMade.ts'
import { kitchen, request, requests } from './library.ts'

/** Vectors without meaning for every word and text, and no synonyms. */
const resources: Resources = {
  wordVectors: anyWord,
  sentenceVectors: { id: 'any text', dimensions: 8, vector: (text) => unit(anyWord.vector(text)!) },
  synonyms: { id: 'none', of: () => [] },
}
const unit = (vector: Float32Array): Float32Array => vector.map((x) => x / Math.hypot(...vector))

const pointwise = routers.filter((router) => router.kind === 'pointwise')

test('at least fifteen routers of at least seven kins, with distinct ids and legend names; a second with an id is refused', () => {
  for (const key of ['id', 'short', 'title'] as const)
    expect(new Set(routers.map((router) => router[key])).size).toBe(routers.length)
  expect(routers.length).toBeGreaterThanOrEqual(15)
  expect(new Set(routers.map(({ kin }) => kin)).size).toBeGreaterThanOrEqual(7)
  expect(() => registerRouters([routers[0]!, { ...routers[1]!, id: 'bm25' }])).toThrow(
    expect.objectContaining({ code: 'LB_DUPLICATE_ID' }),
  )
})

test('a router that needs data says which when they are not handed in', async () => {
  for (const router of routers.filter(({ needs }) => needs !== undefined))
    await expect((async () => router.build(kitchen, {}))(), router.id).rejects.toMatchObject({
      code: 'LB_DATA_MISSING',
      message: expect.stringContaining(router.needs![0]!),
    })
})

describe.each(pointwise)('$id', (router) => {
  test('one value and one mark a skill; values are rounded and finite; an unmatched skill has the value 0', async () => {
    const fitted = await router.build(kitchen, resources)
    for (const asked of requests) {
      const { values, matched } = fitted.score(asked)
      expect(values.length).toBe(kitchen.skills.length)
      expect(matched.length).toBe(kitchen.skills.length)
      values.forEach((value, j) => {
        expect(Number.isFinite(value)).toBe(true)
        expect(value).toBe(Math.round(value * 1e6) / 1e6)
        if (matched[j] === 0) expect(value).toBe(0)
      })
    }
  })

  test('asking twice, in another order or from another build gives the same scores', async () => {
    const [one, two] = [await router.build(kitchen, resources), await router.build(kitchen, resources)]
    const forward = requests.map((asked) => one.score(asked))
    const backward = requests.toReversed().map((asked) => two.score(asked))
    expect(backward.toReversed()).toEqual(forward)
  })

  test('the order of the library carries no information', async () => {
    const reversed: Library = { skills: kitchen.skills.toReversed() }
    const [here, there] = [await router.build(kitchen, resources), await router.build(reversed, resources)]
    for (const asked of requests) {
      const [a, b] = [here.score(asked), there.score(asked)]
      expect(b.matched.toReversed()).toEqual(a.matched)
      for (const [j, value] of b.values.toReversed().entries()) expect(value).toBeCloseTo(a.values[j]!, 5)
    }
  })

  test('a choice among candidates is the best of them in the full order', async () => {
    const fitted = await router.build(kitchen, resources)
    const subset = fc.uniqueArray(fc.nat(kitchen.skills.length - 1), { minLength: 1 })
    fc.assert(
      fc.property(fc.constantFrom(...requests), subset, (asked, candidates) => {
        const scores = fitted.score(asked)
        const order = candidates
          .filter((j) => scores.matched[j] === 1)
          .sort(
            (a, b) =>
              scores.values[b]! - scores.values[a]! ||
              tieKey(asked.id, kitchen.skills[a]!.id) - tieKey(asked.id, kitchen.skills[b]!.id),
          )
        const choice = chooseAmong(asked, kitchen, scores, Int32Array.from(candidates))
        expect(choice?.skill ?? null).toBe(order[0] ?? null)
        if (choice !== null) {
          const level = scores.values[choice.skill]
          expect(choice.tied).toBe(order.filter((j) => scores.values[j] === level).length)
        }
      }),
    )
  })
})

/** These find every text a little like every other. */
const neverAbstain = ['fuzzball', 'glove-mean', 'glove-sif', 'glove-soft', 'use', 'random']

test('every lexical router finds the skill that a plain request names, and abstains when nothing is shared', async () => {
  for (const router of pointwise.filter(({ id }) => !neverAbstain.includes(id))) {
    const fitted = await router.build(kitchen, resources)
    const all = Int32Array.from(kitchen.skills.keys())
    const [plain, strange] = [request('sharpen kitchen knives'), request('zzyzx qwqwq')]
    expect(chooseAmong(plain, kitchen, fitted.score(plain), all)?.skill, router.id).toBe(5)
    expect(chooseAmong(strange, kitchen, fitted.score(strange), all), router.id).toBeNull()
  }
})
