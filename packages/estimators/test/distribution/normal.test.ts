import { expect, test } from 'vitest'
import { normalCdf, normalDensity, normalQuantile } from '../../src/distribution/normal.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('normalCdf agrees with 40-digit values down to z = -37', () => reaches(distribution, 'normalCdf', 14.9))

test('normalQuantile agrees with 40-digit values down to 1e-300', () => reaches(distribution, 'normalQuantile', 14.7))

test('the ends', () => {
  expect(normalCdf(Number.NEGATIVE_INFINITY)).toBe(0)
  expect(normalCdf(Number.POSITIVE_INFINITY)).toBe(1)
  expect(normalCdf(Number.NaN)).toBeNaN()
  expect(normalQuantile(0)).toBe(Number.NEGATIVE_INFINITY)
  expect(normalQuantile(1)).toBe(Number.POSITIVE_INFINITY)
  expect(() => normalQuantile(1.5)).toThrow('at 1.5; p must be in [0, 1]')
})

test('the density agrees with 40-digit values and is the slope of the distribution function', () => {
  reaches(distribution, 'normalDensity', 13)
  const h = 1e-5
  for (const z of [-4, -1, 0, 0.6, 2]) {
    expect((normalCdf(z + h) - normalCdf(z - h)) / (2 * h)).toBeCloseTo(normalDensity(z), 9)
  }
})
