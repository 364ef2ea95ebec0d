import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logBinomial } from '../../src/distribution/gamma.ts'
import {
  logHypergeometric,
  logHypergeometricLowerTail,
  logHypergeometricUpperTail,
} from '../../src/distribution/hypergeometric.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('the logs of the probability and of both tails agree with 40-digit values, to a million and down to 1e-250', () => {
  reaches(distribution, 'logHypergeometric', 14)
  reaches(distribution, 'logHypergeometricLowerTail', 14)
  reaches(distribution, 'logHypergeometricUpperTail', 14)
})

const urns = fc.integer({ min: 0, max: 60 }).chain((population) =>
  fc.record({
    population: fc.constant(population),
    marked: fc.integer({ min: 0, max: population }),
    drawn: fc.integer({ min: 0, max: population }),
  }),
)

test('probability and both tails are the sums they stand for, on every urn', () => {
  fc.assert(
    fc.property(urns, fc.integer({ min: -1, max: 61 }), (urn, k) => {
      const { population, marked, drawn } = urn
      const direct = (j: number): number =>
        j < 0 || j > marked || j > drawn || drawn - j > population - marked
          ? 0
          : Math.exp(
              logBinomial(marked, j) + logBinomial(population - marked, drawn - j) - logBinomial(population, drawn),
            )
      let sum = 0
      for (let j = 0; j <= k; j++) sum += direct(j)
      expect(Math.exp(logHypergeometric(k, urn))).toBeCloseTo(direct(k), 12)
      const [lower, upper] = [logHypergeometricLowerTail(k, urn), logHypergeometricUpperTail(k, urn)]
      expect(Math.exp(lower)).toBeCloseTo(sum, 12)
      expect(Math.exp(lower) + Math.exp(upper)).toBeCloseTo(1, 13)
      // counting the unmarked or exchanging marked with drawn is the same table
      const unmarked = { population, marked: population - marked, drawn }
      expect(Math.exp(logHypergeometricUpperTail(drawn - k - 1, unmarked))).toBeCloseTo(Math.exp(lower), 12)
      const exchanged = logHypergeometricLowerTail(k, { population, marked: drawn, drawn: marked })
      expect(Math.exp(exchanged)).toBeCloseTo(Math.exp(lower), 12)
    }),
  )
})

test('impossible counts have the log probability -Infinity', () => {
  const urn = { population: 10, marked: 8, drawn: 5 }
  for (const k of [2, 6, -1]) expect(logHypergeometric(k, urn)).toBe(Number.NEGATIVE_INFINITY)
  expect(logHypergeometricLowerTail(2, urn)).toBe(Number.NEGATIVE_INFINITY)
  expect(logHypergeometricLowerTail(5, urn)).toBe(0)
  expect(logHypergeometricUpperTail(2, urn)).toBe(0)
  expect(logHypergeometricUpperTail(5, urn)).toBe(Number.NEGATIVE_INFINITY)
})

test('outside the domain it fails', () => {
  const urn = { population: 10, marked: 8, drawn: 5 }
  expect(() => logHypergeometric(1, { ...urn, population: 1e9 })).toThrow('population of 1000000000')
  expect(() => logHypergeometricLowerTail(1, { ...urn, drawn: 11 })).toThrow('among 11 drawn')
  expect(() => logHypergeometricUpperTail(0.5, urn)).toThrow('0.5 of 8 marked')
})
