import { exposed, type Library, type Skill } from '@lawbook/skills'
import fc from 'fast-check'
import FlexSearch from 'flexsearch'
import { describe, expect, test } from 'vitest'
import { bm25 } from '../src/bm25.ts'
import { chooseAmong } from '../src/choose.ts'
import { elasticlunr } from '../src/elasticlunr.ts'
import { flexsearch } from '../src/flexsearch.ts'
import { fts5 } from '../src/fts5.ts'
import { fuse } from '../src/fuseJs.ts'
import { fuzzball } from '../src/fuzzball.ts'
import { lunr } from '../src/lunr.ts'
import { miniSearch } from '../src/miniSearch.ts'
import { miniSearchFuzzy } from '../src/miniSearchFuzzy.ts'
import { okapibm25 } from '../src/okapibm25.ts'
import { orama } from '../src/orama.ts'
import type { Scores } from '../src/router.ts'
import { wink } from '../src/wink.ts'
import { kitchen, request, requests } from './library.ts'

const words = [lunr, elasticlunr, wink, fts5, orama, flexsearch, okapibm25, miniSearch, miniSearchFuzzy]
const all = [...words, fuse, fuzzball]

const manyWords = Array.from({ length: 500 }, (_, i) => `bread ${i} oven-${i}`).join(' ')
const blank = ['', '   ', '\n\t']
const wordless = ['🍞🔪', '* ^ " ~ + ( ) [ ] { } \\ | ? . , ; : ! $ & /', '\u0000', '\ud83c']
const strange = [
  ...blank,
  ...wordless,
  'name:bread -oven +tea^10 kniv*~2 "unclosed',
  'bread AND OR NOT NEAR(oven, 5) {name}: tea',
  "'; drop table skills; --",
  '[a-z]+( $& \\',
  'constructor __proto__ tostring hasownproperty',
  'cafe\u0301 ｂｒｅａｄ 面包 хлеб',
  manyWords,
]

function chosen(library: Library, text: string, scores: Scores): string | undefined {
  const choice = chooseAmong(request(text), library, scores, Int32Array.from(library.skills.keys()))
  return choice === null ? undefined : library.skills[choice.skill]!.name
}

/** A library of the given texts, each a name and a description. */
function libraryOf(texts: readonly (readonly [string, string])[]): Library {
  const [any] = kitchen.skills
  return {
    skills: texts.map(([name, description], i): Skill => ({ ...any!, id: `own@1.0.0:${i}`, name, description })),
  }
}

describe.each(all)('$id', (router) => {
  test('the skill that shares the most telling words wins', async () => {
    const fitted = await router.build(kitchen)
    const told = [
      ['sharpen kitchen knives', 'knives'],
      ['which water temperature suits green tea', 'tea'],
      ['dough for noodles, dough for bread', 'noodles'],
      ['how long do I proof sourdough bread before it goes into the oven', 'bread'],
    ] as const
    for (const [text, name] of told) expect(chosen(kitchen, text, fitted.score(request(text))), text).toBe(name)
  })

  test('no text throws, and a blank one matches nothing', async () => {
    const fitted = await router.build(kitchen)
    const check = (text: string): void => {
      const { values, matched } = fitted.score(request(text))
      expect(values.every(Number.isFinite)).toBe(true)
      values.forEach((value, j) => void (matched[j] === 1 || expect(value).toBe(0)))
    }
    for (const text of strange) check(text)
    fc.assert(fc.property(fc.string({ unit: 'binary' }), check), { numRuns: 50 })
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), check), { numRuns: 50 })
    for (const text of blank) expect(fitted.score(request(text)).matched).toEqual(new Uint8Array(12))
  })

  test('a second ask gives the same, whatever was asked between', async () => {
    const fitted = await router.build(kitchen)
    const asked = [...requests, ...strange.map((text) => request(text))]
    const first = asked.map((one) => fitted.score(one))
    expect(asked.toReversed().map((one) => fitted.score(one))).toEqual(first.toReversed())
  })

  test('two skills with one text are tied, wherever they stand', async () => {
    const twice: Library = { skills: [...kitchen.skills, ...kitchen.skills.map((s) => ({ ...s, id: `${s.id}#2` }))] }
    const fitted = await router.build(twice)
    for (const asked of requests) {
      const { values, matched } = fitted.score(asked)
      expect(values.slice(12)).toEqual(values.slice(0, 12))
      expect(matched.slice(12)).toEqual(matched.slice(0, 12))
    }
  })
})

test('a text without a word matches nothing where words are compared', async () => {
  for (const router of words) {
    const fitted = await router.build(kitchen)
    for (const text of wordless) expect(fitted.score(request(text)).matched, router.id).toEqual(new Uint8Array(12))
  }
})

test('operators, punctuation and capitals change nothing where the library has a query language', async () => {
  const plain = request('bread knives oven tea green')
  const dressed = request('+BREAD* Knives? -"oven" (tea): ^green~')
  for (const router of [lunr, fts5, okapibm25]) {
    const fitted = await router.build(kitchen)
    expect(fitted.score(dressed), router.id).toEqual(fitted.score(plain))
  }
})

test('a star is no wildcard: it parts words', async () => {
  for (const router of [lunr, fts5]) {
    const fitted = await router.build(kitchen)
    expect(fitted.score(request('gre*n')).matched, router.id).toEqual(new Uint8Array(12))
    expect(fitted.score(request('green')).matched[11], router.id).toBe(1)
  }
})

test('BM25 routers choose what our own BM25 chooses', async () => {
  const ours = await bm25.build(kitchen)
  for (const router of [wink, fts5, okapibm25]) {
    const fitted = await router.build(kitchen)
    for (const asked of requests.slice(0, -1)) {
      const expected = chosen(kitchen, asked.text, ours.score(asked))
      expect(chosen(kitchen, asked.text, fitted.score(asked)), `${router.id}: ${asked.text}`).toBe(expected)
    }
  }
})

// Words that no stemmer or stop list touches and none of which is part of another: only the formula is left to differ.
const grain = fc.constantFrom('oat', 'rye', 'corn', 'millet', 'teff', 'bulgur')
const phrase = fc.array(grain, { minLength: 1, maxLength: 8 }).map((list) => list.join(' '))
const grains = fc.array(fc.tuple(grain, phrase), { minLength: 4, maxLength: 10 }).map(libraryOf)

test('without stems and stop words, wink and okapibm25 score exactly as our BM25', async () => {
  await fc.assert(
    fc.asyncProperty(grains, phrase, async (library, text) => {
      const expected = (await bm25.build(library)).score(request(text))
      for (const [router, tolerance] of [
        [wink, 1e-3],
        [okapibm25, 2e-6],
      ] as const) {
        const { values, matched } = (await router.build(library)).score(request(text))
        expect(matched).toEqual(expected.matched)
        values.forEach((value, j) => void expect(Math.abs(value - expected.values[j]!)).toBeLessThan(tolerance))
      }
    }),
    { numRuns: 100 },
  )
})

test('for one word that at most half of the skills have, FTS5 scores as our BM25 up to the word’s idf', async () => {
  await fc.assert(
    fc.asyncProperty(grains, grain, async (library, text) => {
      const ours = (await bm25.build(library)).score(request(text))
      const theirs = (await fts5.build(library)).score(request(text))
      expect(theirs.matched).toEqual(ours.matched)
      const n = library.skills.length
      const df = ours.matched.reduce((sum, mark) => sum + mark, 0)
      if (2 * df >= n) return
      const ratio = Math.log((n - df + 0.5) / (df + 0.5)) / Math.log(1 + (n - df + 0.5) / (df + 0.5))
      theirs.values.forEach((value, j) => void expect(Math.abs(value - ratio * ours.values[j]!)).toBeLessThan(1e-5))
    }),
    { numRuns: 50 },
  )
})

test('FlexSearch: scores fall along the library’s own order; shared words come before their places', async () => {
  const fitted = await flexsearch.build(kitchen)
  const index = new FlexSearch.Index({ encoder: { cache: false } })
  kitchen.skills.forEach((skill, j) => void index.add(j, exposed(skill)))
  for (const asked of requests) {
    const order = index.search(asked.text, { limit: 12, suggest: true }) as number[]
    const { values, matched } = fitted.score(asked)
    expect(order.toSorted((a, b) => a - b)).toEqual([...matched.keys()].filter((j) => matched[j] === 1))
    for (let at = 1; at < order.length; at++) expect(values[order[at]!]!).toBeLessThanOrEqual(values[order[at - 1]!]!)
  }
  const three = libraryOf([
    ['rye', 'corn corn corn'],
    ['corn', 'millet teff oat rye'],
    ['rye', 'bulgur'],
  ])
  // The second has both words. The others have one each, as the first word: nothing but insertion parts them.
  expect([...(await flexsearch.build(three)).score(request('rye oat')).values]).toEqual([-1.5, 0, -1.5])
})

test('elasticlunr drops the words that every plain object has, and no score is NaN', async () => {
  const texts = [
    ['wiring', 'constructor injection'],
    ['painting', 'brushes'],
  ] as const
  const fitted = await elasticlunr.build(libraryOf(texts))
  expect(fitted.score(request('constructor')).matched).toEqual(new Uint8Array(2))
  expect(fitted.score(request('constructors of injection')).matched).toEqual(Uint8Array.of(1, 0))
})

test('okapibm25 finds a word inside a longer one, and wink refuses two skills', async () => {
  expect((await okapibm25.build(kitchen)).score(request('art')).matched[10]).toBe(1)
  const two: Library = { skills: kitchen.skills.slice(0, 2) }
  await expect(wink.build(two)).rejects.toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
})
