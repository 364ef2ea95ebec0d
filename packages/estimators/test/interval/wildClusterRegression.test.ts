import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { wildClusterInterval, wildClusterTest } from '../../src/interval/wildClusterRegression.ts'
import { reaches } from '../golden/agreement.ts'
import { asked, resampling, wild, wildDesign } from '../golden/resampling.ts'

const { x1, y, cluster } = wild

test('with 7 clusters and 128 draws t and p are those of all 128 refits', () => {
  reaches(resampling, 'wildClusterTest', 13)
  expect(wildClusterTest(asked(1)).exact).toBe(true)
})

test('the limits are where the p of all refits falls to 10 %, and p is above it inside and below it outside', () => {
  reaches(resampling, 'wildClusterInterval', 8)
  const { coefficient, tail } = wild.interval
  const [lo, hi] = wildClusterInterval({ ...asked(coefficient), tail })
  const p = (value: number): number => wildClusterTest({ ...asked(coefficient), value }).p
  expect(Math.min(p(lo + 1e-6), p(hi - 1e-6))).toBeGreaterThan(0.1)
  expect(Math.max(p(lo - 1e-6), p(hi + 1e-6))).toBeLessThanOrEqual(0.1)
})

test('random draws of Webb come close to the share among all 6^5 vectors', () => {
  const few = cluster.filter((g) => g < 5).length
  const part = leastSquares(wildDesign.slice(0, 3 * few), Float64Array.from(y.slice(0, few)))
  for (const { coefficient, t, p } of wild['webb, clusters 0 to 4']) {
    const draws = 20000
    const tested = wildClusterTest({
      ...asked(coefficient),
      fit: part,
      clusters: Int32Array.from(cluster.slice(0, few)),
      multipliers: 'webb',
      draws,
    })
    expect(tested.t).toBeCloseTo(t, 11)
    expect(Math.abs(tested.p - p)).toBeLessThan(4 * Math.sqrt((p * (1 - p)) / draws))
    expect(tested.exact).toBe(false)
  }
})

test('t and p follow the value and the units of y; weights of one change nothing', () => {
  const before = wildClusterTest({ ...asked(1), value: 0.3 })
  const moved = leastSquares(
    wildDesign,
    Float64Array.from(y, (value, i) => 1000 * (value + 5 * x1[i]!)),
    { weights: new Float64Array(25).fill(1) },
  )
  const after = wildClusterTest({ ...asked(1), fit: moved, value: 5300 })
  expect(after.t).toBeCloseTo(before.t, 9)
  expect(after.p).toBe(before.p)
  const interval = wildClusterInterval({ ...asked(1), tail: 0.05 })
  const there = wildClusterInterval({ ...asked(1), fit: moved, tail: 0.05 })
  for (const side of [0, 1]) expect(there[side]! / 1000 - 5).toBeCloseTo(interval[side]!, 9)
})

test('with weights it is the test of the rows times the root of their weight', () => {
  const weights = Float64Array.from(y, (_, i) => 1 + (i % 4))
  const weighted = leastSquares(wildDesign, Float64Array.from(y), { weights })
  const scaled = leastSquares(
    wildDesign.map((x, at) => x * Math.sqrt(weights[Math.floor(at / 3)]!)),
    Float64Array.from(y, (value, i) => value * Math.sqrt(weights[i]!)),
  )
  const [a, b] = [weighted, scaled].map((each) => wildClusterTest({ ...asked(2), fit: each, value: 0.5 }))
  expect(a!.t).toBeCloseTo(b!.t, 11)
  expect(a!.p).toBe(b!.p)
})

test('what cannot be tested is refused, and an interval that no draw can close too', () => {
  const few = cluster.filter((g) => g < 4).length
  const four = {
    ...asked(0),
    fit: leastSquares(new Float64Array(few).fill(1), Float64Array.from(y.slice(0, few))),
    clusters: Int32Array.from(cluster.slice(0, few)),
  }
  expect(wildClusterTest({ ...four, value: 99 }).p).toBe(2 / 16)
  expect(() => wildClusterInterval({ ...four, tail: 0.05 })).toThrow('the interval is unbounded: with 4 clusters')
  expect(wildClusterInterval({ ...four, tail: 0.07 })[0]).toBeLessThan(four.fit.coefficients[0]!)
  expect(() => wildClusterTest(asked(3))).toThrow('there is no coefficient 3; give an integer in [0, 2]')
  expect(() => wildClusterTest({ ...asked(0), value: Number.NaN })).toThrow('against NaN')
  expect(() => wildClusterInterval({ ...asked(0), tail: 0.5 })).toThrow('cannot leave 0.5 in each tail')
  expect(() => wildClusterTest({ ...asked(0), clusters: new Int32Array(2) })).toThrow('25 rows came with 2')
  const own = leastSquares(Float64Array.of(1, 0, 1, 0, 0, 1, 0, 1), Float64Array.of(1, 2, 5, 9))
  const alone = { ...asked(0), fit: own, clusters: Int32Array.of(0, 0, 1, 1) }
  expect(() => wildClusterTest(alone)).toThrow('no cluster leaves a residual for coefficient 0')
})
