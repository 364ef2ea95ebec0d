import { streamsOf } from '@lawbook/base'
import { expect, test } from 'vitest'
import { wildClusterBootstrap } from '../../src/interval/wildClusterBootstrap.ts'

const values = [0, 1, 2, 5, 4, 7, -3, 2.5, 6]
const clusters = [0, 0, 1, 1, 2, 3, 4, 5, 6]
const mean = (rows: readonly number[]): number => rows.reduce((sum, row) => sum + row, 0) / rows.length

/** Mean and cluster-robust standard error, from the rows. */
function estimate(rows: readonly number[]): { centre: number; se: number } {
  const centre = mean(rows)
  const sums = [0, 1, 2, 3, 4, 5, 6].map((g) =>
    rows.reduce((sum, row, i) => (clusters[i] === g ? sum + row - centre : sum), 0),
  )
  return { centre, se: Math.sqrt(sums.reduce((sum, s) => sum + s * s, 0)) / rows.length }
}

test('with seven clusters and far tails it is the extreme of all 128 sign patterns, re-estimated row by row', () => {
  const { centre, se } = estimate(values)
  const ratios = Array.from({ length: 128 }, (_, pattern) => {
    const drawn = estimate(values.map((row, i) => centre + ((pattern >> clusters[i]!) & 1 ? 1 : -1) * (row - centre)))
    return (drawn.centre - centre) / drawn.se
  })
  const [lo, hi] = wildClusterBootstrap({
    values: Float64Array.from(values),
    clusters: Int32Array.from(clusters),
    weights: 'rademacher',
    draws: 4000,
    tail: 0.001,
    stream: streamsOf('test')('signs'),
  })
  expect(lo).toBeCloseTo(centre - Math.max(...ratios) * se, 10)
  expect(hi).toBeCloseTo(centre - Math.min(...ratios) * se, 10)
})

test('fewer than 6 effective clusters are refused', () => {
  const sizes = [4, 1, 1, 1, 1, 1, 1, 1]
  const ask = { weights: 'webb', draws: 99, tail: 0.05 } as const
  const interval = (of: readonly number[]) => () => {
    const at = Int32Array.from(of.flatMap((size, g) => Array.from({ length: size }, () => g)))
    const rows = Float64Array.from(at, (g, i) => g + (i % 3))
    return wildClusterBootstrap({ ...ask, values: rows, clusters: at, stream: streamsOf('test')('few') })
  }
  // 11^2 / (16 + 7) = 5.3, and 12^2 / (16 + 8) = 6
  expect(interval(sizes)).toThrow('too short with 5.3 effective clusters; it needs 6: use wildClusterInterval')
  expect(interval([...sizes, 1])).not.toThrow()
})

test('no draws, a tail that is none, and values that are not known are refused', () => {
  const sizes = Array.from({ length: 8 }, (_, g) => g)
  const ask = {
    values: Float64Array.from(sizes),
    clusters: Int32Array.from(sizes),
    weights: 'webb',
    draws: 99,
    tail: 0.05,
    stream: streamsOf('test')('refused'),
  } as const
  expect(() => wildClusterBootstrap({ ...ask, draws: 0 })).toThrow('cannot make 0 draws')
  expect(() => wildClusterBootstrap({ ...ask, tail: 0.7 })).toThrow('cannot leave 0.7 in a tail')
  expect(() => wildClusterBootstrap({ ...ask, values: ask.values.with(2, Number.NaN) })).toThrow('not known')
})
