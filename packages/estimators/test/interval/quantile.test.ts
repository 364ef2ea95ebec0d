import { expect, test } from 'vitest'
import { sortedQuantile } from '../../src/interval/quantile.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('quantiles are those of type 7 in R', () => reaches(interval, 'sortedQuantile', 14))

test('halfway between two numbers is their mean, and one number is every quantile of itself', () => {
  expect(sortedQuantile(Float64Array.of(1, 2, 4, 8), 0.5)).toBe(3)
  expect([0, 0.3, 1].map((p) => sortedQuantile(Float64Array.of(7), p))).toEqual([7, 7, 7])
})
