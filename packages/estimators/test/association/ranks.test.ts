import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { doubledRanks, midRanks, rankTest } from '../../src/association/ranks.ts'
import { reaches } from '../golden/agreement.ts'
import { association } from '../golden/association.ts'

const values = fc
  .array(fc.integer({ min: -6, max: 6 }), { minLength: 1, maxLength: 40 })
  .map((list) => Float64Array.from(list))

test('ties share the mean of their ranks, as in R', () => {
  reaches(association, 'midRanks', 14.9)
  expect([...midRanks(Float64Array.of(3, 1, 3, 0, 3))]).toEqual([4, 2, 4, 1, 4])
  expect([...midRanks(Float64Array.of(-0, 0))]).toEqual([1.5, 1.5])
  expect([...doubledRanks(Float64Array.of(2, 2, 1))]).toEqual([5, 5, 2])
  expect(midRanks(new Float64Array(0))).toHaveLength(0)
})

test('a rank is (how many are smaller) + (how many are equal + 1) / 2; ranks sum to n (n + 1) / 2', () => {
  fc.assert(
    fc.property(values, (list) => {
      const ranks = midRanks(list)
      for (const [i, value] of list.entries()) {
        const smaller = list.filter((other) => other < value).length
        const equal = list.filter((other) => other === value).length
        expect(ranks[i]).toBe(smaller + (equal + 1) / 2)
      }
      expect(ranks.reduce((sum, rank) => sum + rank, 0)).toBe((list.length * (list.length + 1)) / 2)
    }),
  )
})

test('the test is two-sided: a score and its negative have the same p', () => {
  const [x, y] = [Float64Array.of(1, 2, 3, 4, 5), Float64Array.of(2, 1, 3, 5, 4)]
  const p = (sign: number): number =>
    rankTest({
      x,
      y,
      score: (a, b) => sign * a.reduce((sum, rank, i) => sum + (rank - 6) * (b[i]! - 6), 0),
      draws: 1,
      stream: streamsOf('test')('two-sided'),
    }).p
  // rho = .8: reached by 8 of the 120 orders on each side.
  expect(p(1)).toBeCloseTo(16 / 120, 14)
  expect(p(-1)).toBe(p(1))
})

test('with 8 pairs or fewer the test is exact however few draws are asked for, with 9 it is not', () => {
  const ask = (n: number) =>
    rankTest({
      x: Float64Array.from({ length: n }, (_, i) => i),
      y: Float64Array.from({ length: n }, (_, i) => (3 * i) % n || 0.5),
      score: (a, b) => a[0]! - b[0]!,
      draws: 99,
      stream: streamsOf('test')('ranks'),
    })
  expect(ask(8)).toMatchObject({ exact: true, arrangements: 40_320 })
  expect(ask(10)).toMatchObject({ exact: false, arrangements: 99 })
})

test('values that are not finite are refused', () => {
  expect(() => midRanks(Float64Array.of(1, Number.NaN))).toThrow('cannot rank NaN (value 1)')
  expect(() => midRanks(Float64Array.of(Number.POSITIVE_INFINITY))).toThrow('cannot rank Infinity')
})
