import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fisherInterval, pearson, pearsonTest } from '../../src/association/pearson.ts'
import { reaches } from '../golden/agreement.ts'
import { association } from '../golden/association.ts'

const finite = fc.double({ min: -100, max: 100, noNaN: true })
const pairs = fc
  .array(fc.tuple(finite, finite), { minLength: 3, maxLength: 30 })
  .map((rows) => [Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)] as const)
  .filter((sides) => sides.every((side) => Math.max(...side) - Math.min(...side) > 1e-3))

test('r, its t test and interval agree with scipy and R', () => {
  reaches(association, 'pearson', 13.5)
  reaches(association, 'pearsonTest', 12)
  reaches(association, 'fisherInterval', 13.5)
  expect(pearsonTest(Float64Array.of(1, 2, 4, 8), Float64Array.of(1, 2, 4, 9)).df).toBe(2)
})

test('symmetric; order, shift and positive scale do not matter; a negative scale turns the sign', () => {
  fc.assert(
    fc.property(pairs, fc.double({ min: 0.01, max: 100, noNaN: true }), finite, ([x, y], scale, shift) => {
      const r = pearson(x, y)
      expect(pearson(y, x)).toBeCloseTo(r, 12)
      expect(pearson(x.slice().reverse(), y.slice().reverse())).toBeCloseTo(r, 12)
      const moved = x.map((value) => scale * value + shift)
      expect(pearson(moved, y)).toBeCloseTo(r, 6)
      expect(
        pearson(
          x.map((value) => -scale * value),
          y,
        ),
      ).toBeCloseTo(-r, 12)
      expect(Math.abs(r)).toBeLessThanOrEqual(1)
    }),
  )
})

test('a line gives 1 at any magnitude, and p = 0 only there', () => {
  const x = Float64Array.of(1, 2, 4, 8)
  expect(
    pearson(
      x,
      x.map((value) => 1e200 * value),
    ),
  ).toBe(1)
  expect(
    pearson(
      x,
      x.map((value) => -1e-200 * value),
    ),
  ).toBe(-1)
  expect(pearsonTest(x, x).p).toBe(0)
  expect(pearsonTest(x, Float64Array.of(1, 2, 4, 9)).p).toBeGreaterThan(0)
  expect(fisherInterval({ r: 1, n: 4, tail: 0.05 })).toEqual([1, 1])
})

test('p is 1 without correlation', () => {
  expect(pearsonTest(Float64Array.of(-1, 0, 1), Float64Array.of(1, 0, 1))).toEqual({ r: 0, df: 1, p: 1 })
})

test('what has no correlation is refused with the reason', () => {
  const x = Float64Array.of(1, 2, 3)
  expect(() => pearson(x, Float64Array.of(0.1, 0.1, 0.1))).toThrow('y is constant (0.1 in all 3 pairs)')
  expect(() => pearson(Float64Array.of(5, 5, 5), x)).toThrow('x is constant')
  expect(() => pearson(x, Float64Array.of(1, 2))).toThrow('3 values of x came with 2 of y')
  expect(() => pearson(Float64Array.of(1), Float64Array.of(1))).toThrow('1 pairs have no correlation')
  expect(() => pearson(x, Float64Array.of(1, Number.NaN, 3))).toThrow('y is NaN in pair 1')
  expect(() => pearson(x, Float64Array.of(1e308, 1e308, -1))).toThrow('beyond the range of doubles')
  expect(() => pearsonTest(Float64Array.of(1, 2), Float64Array.of(1, 2))).toThrow('give at least 3')
  expect(() => fisherInterval({ r: 1.01, n: 9, tail: 0.05 })).toThrow('1.01')
  expect(() => fisherInterval({ r: 0.5, n: 3, tail: 0.05 })).toThrow('from 3 pairs')
  expect(() => fisherInterval({ r: 0.5, n: 9, tail: 0.5 })).toThrow('0.5 in each tail')
})
