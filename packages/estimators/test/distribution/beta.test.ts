import { expect, test } from 'vitest'
import { incompleteBeta } from '../../src/distribution/beta.ts'
import { agrees } from './golden.ts'

test('incompleteBeta agrees with 40-digit values', () =>
  agrees('incompleteBeta', (x, a, b) => incompleteBeta(x, a, b), 2e-13))

test('I_x(1, 1) = x, and the ends are exact', () => {
  expect(incompleteBeta(0.3, 1, 1)).toBeCloseTo(0.3, 15)
  expect(incompleteBeta(0, 2, 3)).toBe(0)
  expect(incompleteBeta(1, 2, 3)).toBe(1)
})

test('outside the domain it fails', () => {
  expect(() => incompleteBeta(1.1, 2, 3)).toThrow('x = 1.1')
  expect(() => incompleteBeta(0.5, 0, 3)).toThrow('a and b above 0')
})
