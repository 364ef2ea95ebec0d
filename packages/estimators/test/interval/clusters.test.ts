import { expect, test } from 'vitest'
import { clustersOf, effectiveClusters } from '../../src/interval/clusters.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('effectiveClusters agrees with R', () => reaches(interval, 'effectiveClusters', 14))

test('equal clusters count in full, a dominating one leaves about one', () => {
  expect(effectiveClusters([5, 5, 5, 5])).toBe(4)
  expect(effectiveClusters([1000, 1, 1])).toBeCloseTo(1.004, 3)
  expect(() => effectiveClusters([])).toThrow('the sizes sum to 0')
})

test('clusters are listed in the order of their number, absent numbers are no clusters', () => {
  const { ids, sizes } = clustersOf(Int32Array.of(10, 2, 10, 10))
  expect([...ids]).toEqual([2, 10])
  expect([...sizes]).toEqual([1, 3])
  expect(() => clustersOf(Int32Array.of(4, 4))).toThrow('1 clusters give no spread')
})
