import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chiSquareCdf, chiSquareUpperTail } from '../../src/distribution/chiSquare.ts'
import { incompleteGamma, incompleteGammaUpper } from '../../src/distribution/incompleteGamma.ts'
import { normalCdf } from '../../src/distribution/normal.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('both tails agree with 40-digit values', () => {
  reaches(distribution, 'chiSquareCdf', 12)
  reaches(distribution, 'chiSquareUpperTail', 12)
})

test('tails sum to 1, and the upper one falls', () => {
  const positive = fc.double({ min: 0.01, max: 3000, noNaN: true })
  fc.assert(
    fc.property(positive, positive, (x, df) => {
      expect(chiSquareCdf(x, df) + chiSquareUpperTail(x, df)).toBeCloseTo(1, 13)
      expect(chiSquareUpperTail(1.01 * x, df)).toBeLessThanOrEqual(chiSquareUpperTail(x, df) * (1 + 1e-12))
    }),
  )
})

test('one degree of freedom is a squared normal, two are exponential', () => {
  for (const z of [0.1, 1, 5, 30]) expect(chiSquareUpperTail(z * z, 1) / (2 * normalCdf(-z))).toBeCloseTo(1, 12)
  for (const x of [0.1, 3, 900]) expect(chiSquareUpperTail(x, 2) / Math.exp(-x / 2)).toBeCloseTo(1, 12)
})

test('the ends, and outside the domain', () => {
  expect(chiSquareCdf(0, 3)).toBe(0)
  expect(chiSquareUpperTail(0, 3)).toBe(1)
  expect(chiSquareUpperTail(Number.POSITIVE_INFINITY, 3)).toBe(0)
  expect(() => chiSquareUpperTail(-1, 3)).toThrow('chi-square of -1')
  expect(() => chiSquareCdf(1, 0)).toThrow('with 0 degrees of freedom')
  expect(() => incompleteGamma(1, 0)).toThrow('a = 0')
  expect(() => incompleteGammaUpper(Number.NaN, 2)).toThrow('x = NaN')
})
