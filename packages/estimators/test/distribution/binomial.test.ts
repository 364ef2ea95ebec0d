import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialCdf, binomialUpperTail } from '../../src/distribution/binomial.ts'
import { logBinomial } from '../../src/distribution/gamma.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('both tails agree with 40-digit values', () => {
  reaches(distribution, 'binomialCdf', 12.7)
  reaches(distribution, 'binomialUpperTail', 12.7)
})

test('both tails are the sums they stand for', () => {
  const trial = fc.integer({ min: 0, max: 60 }).chain((n) => fc.tuple(fc.integer({ min: -1, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(trial, fc.double({ min: 0.001, max: 0.999, noNaN: true }), ([k, n], p) => {
      let sum = 0
      for (let j = 0; j <= k; j++) sum += Math.exp(logBinomial(n, j) + j * Math.log(p) + (n - j) * Math.log1p(-p))
      expect(binomialCdf(k, n, p)).toBeCloseTo(sum, 12)
      expect(binomialCdf(k, n, p) + binomialUpperTail(k, n, p)).toBeCloseTo(1, 13)
    }),
  )
})

test('the ends of the support and of p', () => {
  expect([binomialCdf(-1, 5, 0.3), binomialCdf(5, 5, 0.3), binomialCdf(0, 0, 0.3)]).toEqual([0, 1, 1])
  expect([binomialUpperTail(-1, 5, 0.3), binomialUpperTail(5, 5, 0.3)]).toEqual([1, 0])
  expect([binomialCdf(2, 5, 0), binomialCdf(2, 5, 1), binomialUpperTail(2, 5, 1)]).toEqual([1, 0, 1])
})

test('outside the domain it fails', () => {
  expect(() => binomialCdf(1.5, 5, 0.3)).toThrow('at 1.5 of 5 trials')
  expect(() => binomialUpperTail(1, -1, 0.3)).toThrow('1 of -1 trials')
  expect(() => binomialCdf(1, 5, 1.2)).toThrow('probability 1.2')
})
