import { expect, test } from 'vitest'
import { logBeta, logBinomial, logGamma } from '../../src/distribution/gamma.ts'
import { agrees } from './golden.ts'

test('logGamma agrees with 40-digit values', () => agrees('logGamma', logGamma, 2e-15, 2e-15))

test('logBinomial agrees with 40-digit values, for thousands and for fractions', () => {
  agrees('logBinomial', logBinomial, 2e-15)
  expect(logBinomial(7, 0)).toBe(0)
  expect(logBinomial(7, 7)).toBe(0)
})

test('logBeta is symmetric and keeps its digits where Gamma functions would cancel', () => {
  expect(logBeta(3, 2000)).toBe(logBeta(2000, 3))
  // B(3, n) = 2 / (n (n + 1) (n + 2))
  expect(logBeta(3, 1e9)).toBeCloseTo(Math.log(2) - 3 * Math.log(1e9) - 3e-9, 12)
})

test('outside the domain the value and the allowed range are named', () => {
  expect(() => logGamma(0)).toThrow('log-gamma of 0; x must be above 0')
  expect(() => logBinomial(3, 4)).toThrow('cannot choose 4 of 3')
})
