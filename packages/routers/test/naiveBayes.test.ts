import { exposed, type Library, tokens } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { naiveBayes } from '../src/naiveBayes.ts'
import { kitchen, request, requests } from './library.ts'

test('two skills by hand', async () => {
  const [first, second] = kitchen.skills
  const library: Library = {
    skills: [
      { ...first!, name: 'tea', description: 'tea leaf' },
      { ...second!, name: 'leaf', description: 'oven oven oven oven' },
    ],
  }
  const { values, matched } = (await naiveBayes.build(library)).score(request('tea tea leaf zzyzx'))
  // 8 words, tea 2, leaf 2, oven 4; lengths 3 and 5, so mu = 4; p(tea) = p(leaf) = 1/4, times mu 1.
  const [teaInFirst, leafInFirst] = [(2 + 1) / (3 + 4), (1 + 1) / (3 + 4)]
  const [teaInSecond, leafInSecond] = [1 / (5 + 4), (1 + 1) / (5 + 4)]
  expect(values[0]).toBeCloseTo(Math.log((teaInFirst * teaInFirst * leafInFirst) / (1 / 64)), 5)
  expect(values[1]).toBeCloseTo(Math.log((teaInSecond * teaInSecond * leafInSecond) / (1 / 64)), 5)
  expect(matched).toEqual(Uint8Array.of(1, 1))
})

test('the full log-likelihood, class by class, less that of the library', async () => {
  const documents = kitchen.skills.map((skill) => tokens(exposed(skill)))
  const every = documents.flat()
  const mu = every.length / documents.length
  const fitted = await naiveBayes.build(kitchen)
  for (const asked of requests) {
    const { values, matched } = fitted.score(asked)
    const known = tokens(asked.text).filter((word) => every.includes(word))
    documents.forEach((document, j) => {
      let expected = 0
      for (const word of known) {
        const share = every.filter((other) => other === word).length / every.length
        const count = document.filter((other) => other === word).length
        expected += Math.log((count + mu * share) / (document.length + mu)) - Math.log(share)
      }
      const shares = known.some((word) => document.includes(word))
      expect(matched[j]).toBe(shares ? 1 : 0)
      expect(values[j]).toBeCloseTo(shares ? expected : 0, 5)
    })
  }
})
