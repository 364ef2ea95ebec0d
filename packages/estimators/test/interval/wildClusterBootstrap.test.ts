import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'

const values = [0, 1, 2, 5, 4, 7, -3]
const clusters = [0, 0, 0, 1, 1, 2, 3]
const mean = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + row, 0) / rows.length

/** Mean and cluster-robust standard error, from the rows. */
function estimate(rows: readonly number[]): { centre: number; se: number } {
  const centre = mean(rows)
  const sums = [0, 1, 2, 3].map((g) => rows.reduce((sum, row, i) => (clusters[i] === g ? sum + row - centre : sum), 0))
  return { centre, se: Math.sqrt(sums.reduce((sum, s) => sum + s * s, 0)) / rows.length }
}

test('with four clusters and far tails it is the extreme of all 16 sign patterns, re-estimated row by row', () => {
  const { centre, se } = estimate(values)
  const ratios = Array.from({ length: 16 }, (_, pattern) => {
    const drawn = estimate(values.map((row, i) => centre + ((pattern >> clusters[i]!) & 1 ? 1 : -1) * (row - centre)))
    return (drawn.centre - centre) / drawn.se
  })
  const [lo, hi] = wildClusterBootstrap({
    values: Float64Array.from(values),
    clusters: Int32Array.from(clusters),
    weights: 'rademacher',
    draws: 2000,
    tail: 0.001,
    stream: streamsOf('test')('signs'),
  })
  expect(lo).toBeCloseTo(centre - Math.max(...ratios) * se, 10)
  expect(hi).toBeCloseTo(centre - Math.min(...ratios) * se, 10)
})
