import { exposed, type Request } from '@lawbook/skills'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bm25 } from '../src/bm25.ts'
import { tieKey } from '../src/choose.ts'
import { fuse } from '../src/fusion.ts'
import type { FittedPointwise } from '../src/router.ts'
import { reciprocalRanks, rrfBm25Use } from '../src/rrfBm25Use.ts'
import { use } from '../src/use.ts'
import { zScores, zsumBm25Use } from '../src/zsumBm25Use.ts'
import { anyWord, described, sentenceVectors } from './handMade.ts'
import { kitchen, request, requests } from './library.ts'

/** A list that gives every request these values, NaN for unmatched. */
function list(...values: number[]): FittedPointwise {
  return {
    score: () => ({
      values: Float64Array.from(values, (x) => (Number.isNaN(x) ? 0 : x)),
      matched: Uint8Array.from(values, (x) => (Number.isNaN(x) ? 0 : 1)),
    }),
  }
}

const none = Number.NaN
const all = (n: number): Int32Array => Int32Array.from({ length: n }, (_, j) => j)
const asked = request('anything')

test('reciprocal ranks among the candidates shown: ties share the better rank, unmatched gets nothing', () => {
  const scores = list(5, 9, 5, none, 1).score(asked)
  const shares = reciprocalRanks(scores)(Int32Array.of(4, 3, 2, 0))
  expect([...shares]).toEqual([1e6 / 63, 0, 1e6 / 61, 1e6 / 61])
})

test('z-scores among the candidates shown, zero where all are equal', () => {
  const scores = list(1, 100, 3, none).score(asked)
  const shares = zScores(scores)(Int32Array.of(3, 0, 2))
  // Values 0, 1, 3: mean 4/3, variance 14/9.
  expect(Array.from(shares, (z) => z * Math.sqrt(14))).toEqual(
    [-4, -1, 5].map((expected) => expect.closeTo(expected, 9)),
  )
  expect([...zScores(list(0.1, 0.1, 0.1).score(asked))(all(3))]).toEqual([0, 0, 0])
})

test('the answer depends on who stands beside the candidates', () => {
  // First list: s0 before s1; second list: s1 before s0, with s2 and s3 between them only in the first.
  const lists = [list(9, 6, 8, 7), list(1, 2, 0, 0)]
  const fitted = fuse(described('', '', '', ''), lists, reciprocalRanks)
  // Shown all: s0 has ranks 1 and 2, s1 has 4 and 1. Without s2 and s3 the two are level and the hash decides.
  expect(fitted.choose(asked, all(4))).toBe(0)
  const level = tieKey(asked.id, 'own@1.0.0:s0') < tieKey(asked.id, 'own@1.0.0:s1') ? 0 : 1
  expect(fitted.choose(asked, Int32Array.of(0, 1))).toBe(level)

  // A far outlier shrinks the first list's differences: s1 wins beside it, s0 without it.
  const sums = fuse(described('', '', ''), [list(3, 0, -90), list(0, 1, 0)], zScores)
  expect(sums.choose(asked, all(3))).toBe(1)
  const before = fuse(described('', '', ''), [list(3, 0, 0), list(0, 1, -0.5)], zScores)
  expect(before.choose(asked, all(3))).toBe(0)
})

test('a candidate that no list matches is never chosen; without any matched one the router abstains', () => {
  const lists = [list(none, 1, none), list(none, none, none)]
  for (const shares of [reciprocalRanks, zScores]) {
    const fitted = fuse(described('', '', ''), lists, shares)
    expect(fitted.choose(asked, all(3))).toBe(1)
    expect(fitted.choose(asked, Int32Array.of(0, 2))).toBeNull()
    expect(fitted.choose(asked, Int32Array.of())).toBeNull()
  }
})

test('the lists are asked once for a request shown to many libraries, and again for the next one', () => {
  let count = 0
  const counting: FittedPointwise = {
    score: (request) => {
      count++
      return list(1, 2).score(request)
    },
  }
  const fitted = fuse(described('', ''), [counting], zScores)
  for (const candidates of [all(2), Int32Array.of(0), Int32Array.of(1)]) fitted.choose(asked, candidates)
  expect(count).toBe(1)
  fitted.choose(request('another'), all(2))
  expect(count).toBe(2)
})

/** A text as the sum of the fixed vectors of its words: enough that texts which share words are similar. */
function meaning(text: string): number[] {
  return text
    .split(/\W+/)
    .reduce((sum, word) => sum.map((x, i) => x + anyWord.vector(word)![i]!), Array<number>(8).fill(0))
}

const texts = [...kitchen.skills.map(exposed), ...requests.map(({ text }) => text)]
const resources = { sentenceVectors: sentenceVectors(Object.fromEntries(texts.map((text) => [text, meaning(text)]))) }

/** Both fusions written out with sorted lists and plain sums. */
const oracles = {
  'rrf-bm25-use': (values: number[], matched: boolean[]): number[] =>
    values.map((value, i) => {
      if (!matched[i]) return 0
      return 1 / (61 + values.filter((other, j) => matched[j] && other > value).length)
    }),
  'zsum-bm25-use': (values: number[]): number[] => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const sd = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
    return values.map((value) => (sd < 1e-9 ? 0 : (value - mean) / sd))
  },
}

describe.each([rrfBm25Use, zsumBm25Use])('$id', (router) => {
  const candidates = fc.uniqueArray(fc.nat(kitchen.skills.length - 1), { minLength: 1 })

  test('the choice has the largest fused score, whatever the order of the candidates', async () => {
    const fitted = await router.build(kitchen, resources)
    const lists = [bm25.build(kitchen), await use.build(kitchen, resources)]
    const fused = (request: Request, shown: number[]): number[] => {
      const shares = lists.map((one) => {
        const { values, matched } = one.score(request)
        const pick = shown.map((j) => values[j]!)
        return oracles[router.id as keyof typeof oracles](
          pick,
          shown.map((j) => matched[j] === 1),
        )
      })
      return shown.map((_, at) => shares[0]![at]! + shares[1]![at]!)
    }
    fc.assert(
      fc.property(fc.constantFrom(...requests), candidates, (request, shown) => {
        const choice = fitted.choose(request, Int32Array.from(shown))!
        const scores = fused(request, shown)
        expect(scores[shown.indexOf(choice)]).toBeCloseTo(Math.max(...scores), 6)
        expect(fitted.choose(request, Int32Array.from(shown.toReversed()))).toBe(choice)
      }),
    )
  })

  test('without sentence vectors it does not build', async () => {
    await expect(router.build(kitchen, {})).rejects.toThrow(expect.objectContaining({ code: 'LB_DATA_MISSING' }))
  })
})
