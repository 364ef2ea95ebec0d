import { expect, test } from 'vitest'
import { rSquared } from '../../src/compare/rSquared.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'

test('rSquared agrees with R', () => reaches(compare, 'rSquared', 14))

test('1 for a perfect fit, 0 for the mean, below 0 for worse', () => {
  const y = Float64Array.of(1, 2, 3)
  expect(rSquared(y, y)).toBe(1)
  expect(rSquared(y, Float64Array.of(2, 2, 2))).toBe(0)
  expect(rSquared(y, Float64Array.of(3, 2, 1))).toBe(-3)
})

test('a constant y has no R^2', () => {
  expect(() => rSquared(Float64Array.of(2, 2), Float64Array.of(2, 2))).toThrow('all 2 are 2')
  expect(() => rSquared(Float64Array.of(2, 2), Float64Array.of(2))).toThrow('2 points came with 1 fitted values')
})
