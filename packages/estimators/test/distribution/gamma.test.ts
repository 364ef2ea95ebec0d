import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digamma, logBeta, logBinomial, logGamma } from '../../src/distribution/gamma.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('logGamma agrees with 40-digit values', () => reaches(distribution, 'logGamma', 14.3))

test('logBinomial agrees with 40-digit values, for thousands and for fractions', () => {
  reaches(distribution, 'logBinomial', 14.7)
  expect(logBinomial(7, 0)).toBe(0)
  expect(logBinomial(7, 7)).toBe(0)
})

test('logBeta agrees with 40-digit values, is symmetric, and keeps its digits where Gamma functions would cancel', () => {
  reaches(distribution, 'logBeta', 14)
  expect(logBeta(3, 2000)).toBe(logBeta(2000, 3))
  // B(3, n) = 2 / (n (n + 1) (n + 2))
  expect(logBeta(3, 1e9)).toBeCloseTo(Math.log(2) - 3 * Math.log(1e9) - 3e-9, 12)
})

test('digamma agrees with 40-digit values, also beside its zero', () => reaches(distribution, 'digamma', 13.7))

test('digamma rises by 1 / x a step and is the slope of logGamma', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 200, noNaN: true }), (x) => {
      expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 12)
      const h = 1e-4 * x
      expect((logGamma(x + h) - logGamma(x - h)) / (2 * h)).toBeCloseTo(digamma(x), 5)
    }),
  )
})

test('outside the domain the value and the allowed range are named', () => {
  expect(() => logGamma(0)).toThrow('log-gamma of 0; x must be finite and above 0')
  expect(() => digamma(-1)).toThrow('digamma of -1; x must be finite and above 0')
  expect(() => logBinomial(3, 4)).toThrow('cannot choose 4 of 3')
})
