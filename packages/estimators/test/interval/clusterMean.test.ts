import { expect, test } from 'vitest'
import { clusterMean } from '../../src/interval/clusterMean.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('clusterMean agrees with R', () => reaches(interval, 'clusterMean', 14))

test('with clusters of equal size it is the standard error of the mean of cluster means', () => {
  const { value, se, df } = clusterMean({
    values: Float64Array.of(1, 3, 2, 6, 9, 9),
    clusters: Int32Array.of(0, 0, 1, 1, 2, 2),
  })
  // cluster means 2, 4, 9: mean 5, variance 13
  expect(value).toBe(5)
  expect(se).toBeCloseTo(Math.sqrt(13 / 3), 14)
  expect(df).toBe(2)
})

test('unequal clusters: the hat matrix of a mean adjusts each by 1 / (1 - n_g / n)', () => {
  const { se, df } = clusterMean({ values: Float64Array.of(0, 0, 0, 4), clusters: Int32Array.of(0, 0, 0, 1) })
  // residual sums -3 and 3; 9 / (1 - 3/4) + 9 / (1 - 1/4) = 48, over n^2 = 16
  expect(se).toBeCloseTo(Math.sqrt(3), 14)
  // G_eff = 4^2 / (3^2 + 1^2)
  expect(df).toBeCloseTo(0.6, 14)
})

test('lengths must agree', () => {
  expect(() => clusterMean({ values: new Float64Array(3), clusters: new Int32Array(2) })).toThrow(
    '3 values came with 2',
  )
})
