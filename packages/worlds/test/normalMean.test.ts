import { expect, test } from 'vitest'
import { normalMean } from '../src/normalMean.ts'

test('moments, the characteristic function and a bounded function have their known means', () => {
  expect(normalMean((z) => z * z)).toBeCloseTo(1, 14)
  expect(normalMean((z) => z * z * z * z)).toBeCloseTo(3, 13)
  expect(normalMean((z) => Math.cos(2 * z))).toBeCloseTo(Math.exp(-2), 15)
  expect(normalMean((z) => 1 / (1 + Math.exp(-3 * z)))).toBeCloseTo(0.5, 15)
})
