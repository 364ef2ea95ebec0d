import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta, logIncompleteBeta } from '../../src/distribution/beta.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('incompleteBeta agrees with 40-digit values', () => reaches(distribution, 'incompleteBeta', 12.7))

test('it keeps its digits in far tails and at large a and b', () => reaches(distribution, 'incompleteBeta far', 12))

test('tails sum to 1, each from its own call, and the log agrees', () => {
  const shape = fc.double({ min: 0.05, max: 2000, noNaN: true })
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), shape, shape, (x, a, b) => {
      const lower = incompleteBeta(x, a, b)
      expect(lower + incompleteBeta(1 - x, b, a, x)).toBeCloseTo(1, 13)
      if (lower > 1e-300) expect(Math.exp(logIncompleteBeta(x, a, b, 1 - x)) / lower).toBeCloseTo(1, 12)
      expect(incompleteBeta(Math.min(1, x * 1.01), a, b)).toBeGreaterThanOrEqual(lower * (1 - 1e-13))
    }),
  )
})

test('the log goes on where the tail is below the smallest double', () => {
  expect(incompleteBeta(1e-200, 2, 3)).toBe(0)
  // I_x(2, 3) = 6 x^2 + ...
  expect(logIncompleteBeta(1e-200, 2, 3, 1)).toBeCloseTo(Math.log(6) - 400 * Math.log(10), 10)
})

test('I_x(1, 1) = x, and the ends are exact', () => {
  expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 15)
  expect(incompleteBeta(0, 2, 3)).toBe(0)
  expect(incompleteBeta(1, 2, 3)).toBe(1)
})

test('outside the domain it fails', () => {
  expect(() => incompleteBeta(1.1, 2, 3)).toThrow('x = 1.1')
  expect(() => incompleteBeta(0.5, 0, 3)).toThrow('a and b above 0')
})
