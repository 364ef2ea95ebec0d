import type { Library } from '@lawbook/skills'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseAmong, registerRouters, routers, tieKey } from '../src/index.ts'
import { kitchen, request, requests } from './library.ts'

test('ids are distinct, and a second router with an id is refused', () => {
  expect(routers.map((router) => router.id)).toEqual([
    'bm25',
    'tf-idf',
    'char-ngrams',
    'minisearch',
    'token-overlap',
    'random',
  ])
  expect(() => registerRouters([routers[0]!, { ...routers[1]!, id: 'bm25' }])).toThrow(
    expect.objectContaining({ code: 'LB_DUPLICATE_ID' }),
  )
})

describe.each(routers)('$id', (router) => {
  test('one value and one mark a skill; values are rounded and finite; an unmatched skill has the value 0', async () => {
    const fitted = await router.build(kitchen)
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
    const [one, two] = [await router.build(kitchen), await router.build(kitchen)]
    const forward = requests.map((asked) => one.score(asked))
    const backward = requests.toReversed().map((asked) => two.score(asked))
    expect(backward.toReversed()).toEqual(forward)
  })

  test('the order of the library carries no information', async () => {
    const reversed: Library = { skills: kitchen.skills.toReversed() }
    const [here, there] = [await router.build(kitchen), await router.build(reversed)]
    for (const asked of requests) {
      const [a, b] = [here.score(asked), there.score(asked)]
      expect(b.matched.toReversed()).toEqual(a.matched)
      for (const [j, value] of b.values.toReversed().entries()) expect(value).toBeCloseTo(a.values[j]!, 5)
    }
  })

  test('a choice among candidates is the best of them in the full order', async () => {
    const fitted = await router.build(kitchen)
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

test('every lexical router finds the skill that a plain request names, and abstains when nothing is shared', async () => {
  for (const router of routers.filter(({ kin }) => kin !== 'floor')) {
    const fitted = await router.build(kitchen)
    const all = Int32Array.from(kitchen.skills.keys())
    const [plain, strange] = [request('sharpen kitchen knives'), request('zzyzx qwqwq')]
    expect(chooseAmong(plain, kitchen, fitted.score(plain), all)?.skill, router.id).toBe(5)
    expect(chooseAmong(strange, kitchen, fitted.score(strange), all), router.id).toBeNull()
  }
})
