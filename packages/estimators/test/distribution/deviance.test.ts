import fc from 'fast-check'
import { expect, test } from 'vitest'
import { deviance } from '../../src/distribution/deviance.ts'

test('far from the mean it is the plain formula, at zero the mean', () => {
  expect(deviance(10, 30)).toBeCloseTo(10 * Math.log(1 / 3) + 20, 13)
  expect(deviance(30, 10)).toBeCloseTo(30 * Math.log(3) - 20, 13)
  expect(deviance(0, 7)).toBe(7)
})

test('near the mean it keeps its digits: d^2 / (2k) - d^3 / (3k^2) + d^4 / (4k^3) for a difference d', () => {
  for (const d of [-30, -1e-3, 1e-9, 1, 50]) {
    const k = 1e6
    const e = d / k
    const series = k * e * e * (1 / 2 - e / 3 + (e * e) / 4 - (e * e * e) / 5)
    expect(deviance(k, k + d, d) / series).toBeCloseTo(1, 14)
  }
  expect(deviance(5, 5)).toBe(0)
})

test('series and formula meet, and neither is negative', () => {
  const positive = fc.double({ min: 0.01, max: 1e4, noNaN: true })
  fc.assert(
    fc.property(positive, positive, (k, m) => {
      expect(deviance(k, m)).toBeGreaterThanOrEqual(0)
      expect(Math.abs(deviance(k, m) - (k * Math.log(k / m) + m - k))).toBeLessThan(1e-14 * (k + m) * 20)
    }),
  )
})
