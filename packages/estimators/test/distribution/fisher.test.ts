import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherCdf, fisherQuantile, fisherUpperQuantile, fisherUpperTail } from '../../src/distribution/fisher.ts'
import { studentCdf } from '../../src/distribution/student.ts'
import { reaches } from '../golden/agreement.ts'
import { distribution } from '../golden/distribution.ts'

test('both tails agree with 40-digit values', () => {
  reaches(distribution, 'fisherCdf', 12.5)
  reaches(distribution, 'fisherUpperTail', 12.5)
})

test('both quantiles agree with 40-digit values, down to tails of 1e-300', () => {
  reaches(distribution, 'fisherQuantile', 13)
  reaches(distribution, 'fisherUpperQuantile', 13)
})

const degrees = fc.double({ min: 0.3, max: 5000, noNaN: true })
const positive = fc.double({ min: 0.01, max: 100, noNaN: true })

test('tails sum to 1, rise and fall, and swap with 1 / F', () => {
  fc.assert(
    fc.property(positive, degrees, degrees, (f, df1, df2) => {
      expect(fisherCdf(f, df1, df2) + fisherUpperTail(f, df1, df2)).toBeCloseTo(1, 13)
      expect(fisherCdf(1 / f, df2, df1)).toBeCloseTo(fisherUpperTail(f, df1, df2), 11)
      expect(fisherUpperTail(1.1 * f, df1, df2)).toBeLessThanOrEqual(fisherUpperTail(f, df1, df2))
    }),
  )
})

test('the tails take the quantiles back', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), degrees, degrees, (p, df1, df2) => {
      expect(fisherCdf(fisherQuantile(p, df1, df2), df1, df2) / p).toBeCloseTo(1, 10)
      const critical = fisherUpperQuantile(p, df1, df2)
      fc.pre(critical < Number.POSITIVE_INFINITY)
      expect(fisherUpperTail(critical, df1, df2) / p).toBeCloseTo(1, 10)
    }),
  )
})

test('with one degree of freedom above, F is the square of t', () => {
  for (const t of [0.1, 2, 40]) expect(fisherUpperTail(t * t, 1, 14.3) / (2 * studentCdf(-t, 14.3))).toBeCloseTo(1, 13)
})

test('the ends', () => {
  expect(fisherCdf(0, 3, 4)).toBe(0)
  expect(fisherUpperTail(0, 3, 4)).toBe(1)
  expect(fisherCdf(Number.POSITIVE_INFINITY, 3, 4)).toBe(1)
  expect(fisherUpperTail(Number.POSITIVE_INFINITY, 3, 4)).toBe(0)
  expect(fisherQuantile(0, 3, 4)).toBe(0)
  expect(fisherUpperQuantile(1, 3, 4)).toBe(0)
})

test('outside the domain it fails', () => {
  expect(() => fisherCdf(-1, 3, 4)).toThrow('F cannot be -1')
  expect(() => fisherUpperTail(Number.NaN, 3, 4)).toThrow('F cannot be NaN')
  expect(() => fisherCdf(1, 0, 4)).toThrow('0 and 4 degrees of freedom')
  expect(() => fisherQuantile(1, 3, 4)).toThrow('at 1; p must be in [0, 1)')
  expect(() => fisherUpperQuantile(0, 3, 4)).toThrow('at 0; it must be in (0, 1]')
})
