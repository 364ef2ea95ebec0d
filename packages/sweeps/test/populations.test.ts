import fc from 'fast-check'
import { expect, test } from 'vitest'
import { requestCurves } from '../src/exactAccuracy.ts'
import { exchangeRate, standingsAmong, twoPopulationCurves } from '../src/populations.ts'
import { rankMatrix } from '../src/ranks.ts'
import { standingsFrom } from '../src/standing.ts'
import { subsets, tableOf } from './table.ts'

/** One request; the first skills are of its own population, the rest of the other. */
const worlds = fc.record({ own: fc.integer({ min: 1, max: 5 }), other: fc.integer({ min: 0, max: 5 }) }).chain((size) =>
  fc.record({
    own: fc.constant(size.own),
    other: fc.constant(size.other),
    row: fc.array(fc.option(fc.nat(2), { freq: 5 }), {
      minLength: size.own + size.other,
      maxLength: size.own + size.other,
    }),
    target: fc.nat(size.own - 1),
  }),
)

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, j) => from + j)

test('the curves are the means over every library of both populations, ties across them shared evenly', () => {
  fc.assert(
    fc.property(worlds, ({ own, other, row, target }) => {
      const { library, requests, fitted } = tableOf([row], [target])
      const matrix = rankMatrix(fitted, library, requests)
      const mixtures = range(1, own + 1).flatMap((n) => range(0, other + 1).map((m) => ({ own: n, other: m })))
      const { right, abstain } = twoPopulationCurves({
        own: standingsAmong(matrix, Int32Array.from(range(0, own))),
        other: standingsAmong(matrix, Int32Array.from(range(own, own + other))),
        pools: { own: own - 1, other },
        mixtures,
      })
      mixtures.forEach((mixture, k) => {
        const competitors = range(0, own).filter((j) => j !== target)
        const libraries = subsets(competitors, mixture.own - 1).flatMap((first) =>
          subsets(range(own, own + other), mixture.other).map((second) => [target, ...first, ...second]),
        )
        let [rights, abstentions] = [0, 0]
        for (const candidates of libraries) {
          const seen = candidates.filter((j) => row[j] !== null)
          const best = Math.max(...seen.map((j) => row[j]!))
          const top = seen.filter((j) => row[j] === best)
          if (top.includes(target)) rights += 1 / top.length
          if (seen.length === 0) abstentions++
        }
        expect(Math.abs(right[k]! - rights / libraries.length)).toBeLessThan(1e-12)
        expect(Math.abs(abstain[k]! - abstentions / libraries.length)).toBeLessThan(1e-12)
      })
    }),
    { numRuns: 300 },
  )
})

const around = fc
  .record({ beaten: fc.nat(30), ties: fc.nat(30) })
  .map((counts) => ({ ...counts, matched: counts.beaten + counts.ties, targetMatched: true }))

test('with nobody of the other population, or nobody of one’s own, it is the curve of one population', () => {
  fc.assert(
    fc.property(around, around, (own, other) => {
      const { right } = twoPopulationCurves({
        own: [own],
        other: [other],
        pools: { own: 100, other: 200 },
        mixtures: [
          { own: 20, other: 0 },
          { own: 1, other: 19 },
        ],
      })
      expect(right[0]).toBeCloseTo(requestCurves([own], [20], 101).right[0]!, 12)
      expect(right[1]).toBeCloseTo(requestCurves([{ ...other, targetMatched: true }], [20], 201).right[0]!, 12)
    }),
  )
})

test('more than a thousand ties are shared without underflow: all drawn, the right skill has one share', () => {
  const own = { beaten: 0, ties: 900, matched: 900, targetMatched: true }
  const other = { beaten: 0, ties: 1200, matched: 1200 }
  const { right } = twoPopulationCurves({
    own: [own],
    other: [other],
    pools: { own: 1000, other: 1200 },
    mixtures: [
      { own: 1001, other: 1200 },
      { own: 1, other: 1 },
    ],
  })
  expect(Math.abs(right[0]! * 2101 - 1)).toBeLessThan(1e-12)
  expect(right[1]).toBeCloseTo(1 / 2, 12)
})

test('among all columns, the standing is that of the whole library', () => {
  const { library, requests, fitted } = tableOf([[1, 2, 2, null, 1, 0]], [4])
  const matrix = rankMatrix(fitted, library, requests)
  const { beaten, ties, matched, targetMatched } = standingsFrom(matrix, library, requests)[0]!
  expect(standingsAmong(matrix, Int32Array.from(range(0, 6)))).toEqual([{ beaten, ties, matched, targetMatched }])
})

test('more than there are cannot be drawn', () => {
  const own = [{ beaten: 0, ties: 0, matched: 0, targetMatched: true }]
  const draw = (mixture: { own: number; other: number }) =>
    twoPopulationCurves({ own, other: own, pools: { own: 3, other: 2 }, mixtures: [mixture] })
  for (const mixture of [
    { own: 0, other: 1 },
    { own: 5, other: 1 },
    { own: 1, other: 3 },
    { own: 1.5, other: 1 },
  ])
    expect(() => draw(mixture)).toThrow(/cannot draw/)
  expect(draw({ own: 4, other: 2 }).right[0]).toBe(1)
})

test('on two logarithmic curves the exchange rate is the one their slopes give', () => {
  const competitors = [9, 19, 49, 99, 199, 499]
  const line = (b: number) => ({ competitors, right: competitors.map((n) => 0.9 - b * Math.log(n / 9)) })
  // Servers with half the slope: 9 (n/9)^2 of them do what n skills do.
  for (const n of [9, 12, 19, 40]) expect(exchangeRate(line(0.1), line(0.05), n)).toBeCloseTo((n * n) / 9, 9)
  expect(exchangeRate(line(0.05), line(0.05), 49)).toBe(49)
  for (const n of [8, 500]) expect(exchangeRate(line(0.1), line(0.05), n)).toBeNull()
  expect(exchangeRate(line(0.1), line(0.05), 100)).toBeNull()
  const lower = { competitors, right: line(0.1).right.map((value) => value - 0.2) }
  expect(exchangeRate(line(0.1), lower, 9)).toBeNull()
})
