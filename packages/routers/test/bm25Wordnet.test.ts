import type { Synonyms } from '@lawbook/skills'
import { expect, test } from 'vitest'
import { bm25 } from '../src/bm25.ts'
import { bm25Wordnet } from '../src/bm25Wordnet.ts'
import { kitchen, request, requests } from './library.ts'

function synonyms(table: Record<string, string[]>): Synonyms {
  return { id: 'by hand', of: (word) => (Object.hasOwn(table, word) ? table[word]! : []) }
}

test('a skill that shares only a synonym is matched, at half the weight of the word itself', async () => {
  const fitted = await bm25Wordnet.build(kitchen, { synonyms: synonyms({ hone: ['sharpen', 'whet'] }) })
  const [expanded, plain] = [fitted.score(request('hone')), bm25.build(kitchen).score(request('sharpen'))]
  expect(expanded.matched).toEqual(plain.matched)
  expect(plain.values[5]).toBeGreaterThan(0)
  expanded.values.forEach((value, j) => {
    expect(value).toBeCloseTo(plain.values[j]! / 2, 5)
  })
})

test('each stem is added once, none that the request has, and none for stop words', async () => {
  const table = {
    hone: ['sharpen', 'sharpening', 'knife edge'],
    whet: ['sharpens', 'knives'],
    for: ['tea'],
  }
  const fitted = await bm25Wordnet.build(kitchen, { synonyms: synonyms(table) })
  const { values } = fitted.score(request('hone and whet the edge for me'))
  const plain = bm25.build(kitchen)
  const [own, added] = [plain.score(request('edge')), plain.score(request('sharpen knife knives'))]
  // The Porter stems of "knife" and "knives" are two words: both are added.
  values.forEach((value, j) => {
    expect(value).toBeCloseTo(own.values[j]! + added.values[j]! / 2, 5)
  })
})

test('without synonyms it is BM25, and without the resource it does not build', async () => {
  const fitted = await bm25Wordnet.build(kitchen, { synonyms: synonyms({}) })
  for (const asked of requests) expect(fitted.score(asked)).toEqual(bm25.build(kitchen).score(asked))
  await expect(async () => bm25Wordnet.build(kitchen, {})).rejects.toThrow(
    expect.objectContaining({ code: 'LB_DATA_MISSING' }),
  )
})
