import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { analyse } from '../../src/authors/analysis.ts'
import { noAnchors } from '../../src/authors/anchors.ts'
import { competitionRisk } from '../../src/authors/pairQuantities.ts'
import { type Reading, releasedReading } from '../../src/authors/reading.ts'
import { round3 } from '../../src/authors/round3.ts'
import { comparedWords, eachSimilarPair } from '../../src/authors/similarity.ts'
import { library, skill } from '../library.ts'

const bare: Reading = { ...releasedReading, anchors: noAnchors }

function pairsOf(texts: readonly (readonly string[])[]): [number, number, number][] {
  const found: [number, number, number][] = []
  eachSimilarPair(
    texts.map((words) => new Set(words)),
    (i, j, s) => found.push([i, j, s]),
  )
  return found
}

/** The cosine by its definition, one pair at a time. */
function cosine(texts: readonly (readonly string[])[], i: number, j: number): number {
  const sets = texts.map((words) => new Set(words))
  const idf = (word: string): number =>
    Math.log((texts.length + 1) / (sets.filter((set) => set.has(word)).length + 1)) + 1
  const squares = (words: readonly string[]): number => words.reduce((sum, word) => sum + idf(word) * idf(word), 0)
  const common = squares([...sets[i]!].filter((word) => sets[j]!.has(word)))
  return common === 0 ? 0 : common / Math.sqrt(squares([...sets[i]!]) * squares([...sets[j]!]))
}

describe('eachSimilarPair', () => {
  it('gives the TF-IDF cosine of a pair', () => {
    const [common, rare] = [Math.log(3 / 3) + 1, Math.log(3 / 2) + 1]
    const [[i, j, s]] = pairsOf([
      ['red', 'fish'],
      ['blue', 'fish'],
    ]) as [[number, number, number]]
    expect([i, j]).toEqual([0, 1])
    expect(s).toBeCloseTo((common * common) / (common * common + rare * rare), 12)
  })
  it('visits every pair with a common word once, i before j, with its cosine in [0, 1]', () => {
    const text = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', ''), { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(text, { maxLength: 7 }), (texts) => {
        const expected = texts.flatMap((_, i) =>
          texts.flatMap((_, j) => (i < j && cosine(texts, i, j) > 0 ? [[i, j] as const] : [])),
        )
        const found = pairsOf(texts)
        expect(found.map(([i, j]) => [i, j])).toEqual(expected)
        for (const [i, j, s] of found) {
          expect(s).toBeCloseTo(cosine(texts, i, j), 9)
          expect(s).toBeLessThanOrEqual(1)
        }
      }),
    )
  })
})

describe('comparedWords', () => {
  it('are those of name, description and all anchors', () => {
    const anchors = { verbs: ['cut'], objects: ['thin paper'], constraints: ['by hand'], examples: ['cut this'] }
    const words = comparedWords({ name: 'Scissors', description: 'Cuts.' }, anchors)
    expect([...words].sort()).toEqual(['by', 'cut', 'cuts', 'hand', 'paper', 'scissors', 'thin', 'this'])
  })
})

describe('analyse', () => {
  const three = library(
    skill('alpha', 'blue fish'),
    skill('beta', 'blue fish'),
    skill('gamma', 'generic stone workflow'),
  )
  it('makes the cards of the released code', () => {
    const { cards, pairs } = analyse(three, bare)
    const s = cosine(
      [
        ['alpha', 'blue', 'fish'],
        ['beta', 'blue', 'fish'],
        ['gamma', 'generic', 'stone', 'workflow'],
      ],
      0,
      1,
    )
    // Without anchors all strengths are 0; gamma shares no word with anyone, so CI = e^0 + e^0.
    const [ab, c] = [Math.exp(20 * s) + 1, 2]
    const hole = 0.35 * (c / (1 + c)) + 0.35 + 0.2 * 0.5
    expect(cards[2]).toEqual({
      anchorStrength: 0,
      weakness: 1,
      abstraction: 0.5,
      competition: 0.667,
      familyConflict: 0,
      blackHoleRisk: round3(hole),
      routingFragility: round3(0.5 * (2 / 3) + 0.35 + 0.075),
      rewritePriority: round3(0.45 * hole + 0.125 + 0.2),
      accuracy: 1 / 3,
    })
    expect(cards[1]).toEqual(cards[0])
    expect(cards[0]!.competition).toBe(round3(ab / (1 + ab)))
    expect(cards[0]!.rewritePriority).toBe(round3(0.45 * (0.35 * (ab / (1 + ab)) + 0.35) + 0.2 + 0.1 * round3(s)))
    expect(pairs).toEqual([
      {
        left: 0,
        right: 1,
        sameFamily: false,
        similarity: round3(s),
        competitionRisk: round3(competitionRisk(s)),
        anchorOverlap: 0,
        overlap: round3(0.7 * s),
        mergeScore: round3(0.75 * competitionRisk(s)),
        splitSignal: 0,
        weakDrag: round3(0.65 * s),
        strongTow: 0,
      },
    ])
  })
  it('counts the other members of a family', () => {
    const { cards, pairs } = analyse(three, { ...bare, family: ({ name }) => (name === 'gamma' ? 'x' : 'y') })
    expect(cards.map(({ familyConflict }) => familyConflict)).toEqual([0.5, 0.5, 0])
    expect(pairs[0]!.sameFamily).toBe(true)
  })
  it('a library of one has no competition', () => {
    const { cards, pairs } = analyse(library(skill('alpha', 'blue fish')), bare)
    expect(cards[0]).toMatchObject({ competition: 0, accuracy: 1 })
    expect(pairs).toEqual([])
  })

  const many = library(...Array.from({ length: 6 }, (_, i) => skill(`s${i}`, `fish word${i % 2} word${i % 3}`)))
  it('reviews the eight pairs at most risk in the whole library, ties in order', () => {
    const { pairs } = analyse(many, bare)
    expect(pairs).toHaveLength(8)
    const keys = pairs.map((pair) => [-pair.competitionRisk, -pair.similarity, pair.left, pair.right])
    expect(keys).toEqual([...keys].sort((a, b) => compare(a, b)))
    const all = analyse(many, { ...bare, review: 'skill' }).pairs
    expect(all).toHaveLength(15)
    expect(all.slice(0, 8)).toEqual(pairs)
  })
  it('reviews eight pairs of each skill where the reading says so', () => {
    const twelve = library(...Array.from({ length: 12 }, (_, i) => skill(`t${i}`, `fish number${i}`)))
    const counts = new Map<number, number>()
    for (const { left, right } of analyse(twelve, { ...bare, review: 'skill' }).pairs)
      for (const k of [left, right]) counts.set(k, (counts.get(k) ?? 0) + 1)
    expect(Math.min(...counts.values())).toBeGreaterThanOrEqual(8)
    expect(counts.size).toBe(12)
  })
})

function compare(a: readonly number[], b: readonly number[]): number {
  const k = a.findIndex((x, at) => x !== b[at])
  return k === -1 ? 0 : a[k]! - b[k]!
}
