import fc from 'fast-check'
import { expect, test } from 'vitest'
import { incompleteBeta } from '../../src/distribution/beta.ts'
import { betaLogOdds, betaQuantile, betaUpperQuantile } from '../../src/distribution/betaQuantile.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('betaQuantile agrees with 40-digit values down to p = 1e-300', () => reaches(distribution, 'betaQuantile', 13))

test('betaUpperQuantile agrees with 40-digit values down to tails of 1e-300', () =>
  reaches(distribution, 'betaUpperQuantile', 13))

const probability = fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true })
const shape = fc.double({ min: 0.1, max: 3000, noNaN: true })

test('the distribution function takes the quantile back, at either end', () => {
  fc.assert(
    fc.property(probability, shape, shape, (p, a, b) => {
      const x = betaQuantile(p, a, b)
      const complement = betaUpperQuantile(p, b, a)
      expect(incompleteBeta(x, a, b, complement) / p).toBeCloseTo(1, 10)
      expect(betaLogOdds(p, a, b)).toBeCloseTo(Math.log(x / complement), 10)
      expect(betaUpperQuantile(p, a, b)).toBeCloseTo(1 - betaQuantile(p, b, a), 14)
    }),
  )
})

test('it rises with p', () => {
  fc.assert(
    fc.property(probability, probability, shape, shape, (p, q, a, b) => {
      fc.pre(Math.abs(p - q) > 1e-9)
      expect(betaQuantile(p, a, b) < betaQuantile(q, a, b)).toBe(p < q)
    }),
  )
})

test('the ends, and what is beyond the doubles', () => {
  expect(betaQuantile(0, 2, 3)).toBe(0)
  expect(betaQuantile(1, 2, 3)).toBe(1)
  expect(betaUpperQuantile(0, 2, 3)).toBe(1)
  expect(betaUpperQuantile(1, 2, 3)).toBe(0)
  // x^(1/100) / 100 of 1e-9 would be 1e-900
  expect(betaQuantile(1e-9, 0.01, 1)).toBe(0)
  expect(betaUpperQuantile(1e-9, 1, 0.01)).toBe(1)
  expect(betaQuantile(0.25, 1, 1)).toBeCloseTo(0.25, 15)
})

test('p near 1 is as exact as the small tail that it leaves', () => {
  const tail = 2 ** -40
  for (const [a, b] of [
    [3, 4],
    [0.7, 200],
    [1500, 0.4],
  ] as const)
    expect(betaLogOdds(1 - tail, a, b) + betaLogOdds(tail, b, a)).toBeCloseTo(0, 12)
})

test('log-odds go on where x or 1 - x is below the smallest double', () => {
  // I_x(1, b) = 1 - (1 - x)^b and I_x(a, 1) = x^a
  expect(betaLogOdds(0.3, 1, 1e-4)).toBeCloseTo(-Math.log(0.7) / 1e-4, 8)
  expect(betaLogOdds(0.3, 1e-4, 1)).toBeCloseTo(Math.log(0.3) / 1e-4, 8)
})

test('outside the domain it fails', () => {
  expect(() => betaQuantile(1.5, 2, 3)).toThrow('quantile at 1.5; p must be in [0, 1]')
  expect(() => betaUpperQuantile(0.5, 2, 0)).toThrow('a and b above 0')
})
