import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lawAgainstConstant } from '../../src/compare/lawAgainstConstant.ts'
import { rSquared } from '../../src/compare/rSquared.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { hill } from '../../src/laws/hill.ts'
import { type Law, predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { logLogistic } from '../../src/laws/logLogistic.ts'

const streams = streamsOf('lawAgainstConstant.test')
const x = Float64Array.of(10, 20, 50, 100, 200, 500)
const noise = (n: number, ...key: (string | number)[]): Float64Array => {
  const stream = streams('noise', ...key)
  return Float64Array.from({ length: n }, () => stream.normal())
}
const against = (
  law: Law,
  rows: Float64Array,
  y: Float64Array,
  more: Partial<Parameters<typeof lawAgainstConstant>[0]> = {},
) => lawAgainstConstant({ law, x: rows, y, points: 'independent', draws: 99, stream: streams('draws'), ...more })

describe('small samples, all arrangements', () => {
  test('p is the share of orders that a line explains as well, by hand', () => {
    // Of the 24 orders of 1, 2, 3, 5 at equal steps, the increasing and the decreasing one are explained best.
    const steps = Float64Array.from([0, 1, 2, 3], Math.exp)
    const found = against(log, steps, Float64Array.of(1, 2, 3, 5))
    expect(found).toMatchObject({ p: 2 / 24, exact: true, arrangements: 24, withoutPoint: 0 })
    // r = sum (x - 1.5)(y - 2.75) / sqrt(5 * 8.75) = 6.5 / sqrt(43.75).
    expect(found.rSquared).toBeCloseTo((6.5 * 6.5) / 43.75, 14)
    const middle = against(log, steps, Float64Array.of(2, 1, 5, 3))
    // |sum (x - 1.5) y| is 3.5 for (2, 1, 5, 3).
    const sums: number[] = []
    const values = [1, 2, 3, 5]
    for (const a of values)
      for (const b of values)
        for (const c of values)
          for (const d of values)
            if (new Set([a, b, c, d]).size === 4) sums.push(Math.abs(-1.5 * a - 0.5 * b + 0.5 * c + 1.5 * d))
    expect(middle.p).toBe(sums.filter((sum) => sum >= 3.5).length / 24)
  })

  test('points at the same size are one arrangement in any order', () => {
    const twice = Float64Array.of(1, 1, 10, 10)
    const found = against(log, twice, Float64Array.of(1, 2, 3, 4))
    // 4! / (2! 2!) arrangements, of which {1, 2 | 3, 4} and its reverse are explained best.
    expect(found).toMatchObject({ p: 2 / 6, exact: true, arrangements: 6 })
  })

  test('inside blocks a level of each block does not matter', () => {
    const rows = Float64Array.of(1, 10, 100, 1, 10, 100)
    const blocks = Int32Array.of(0, 0, 0, 1, 1, 1)
    const y = Float64Array.of(3, 2, 1, 13, 12, 11)
    // 3! 3! arrangements; both blocks falling, or both rising.
    expect(against(log, rows, y, { blocks })).toMatchObject({ p: 2 / 36, exact: true, arrangements: 36 })
    // Without them the levels drown the slope.
    expect(against(log, rows, y, { draws: 720 }).p).toBeGreaterThan(0.5)
  })
})

test('R^2 is that of the fit, weighted where it is, and null where the fit has no point', () => {
  const y = predict(hill, x, Float64Array.of(100, 0.8)).map((value, i) => value + 0.03 * noise(6, 'fit')[i]!)
  const fit = fitLaw(hill, x, y)
  if (fit.status !== 'converged') throw new Error(fit.status)
  expect(against(hill, x, y).rSquared).toBeCloseTo(rSquared(y, predict(hill, x, fit.parameters)), 12)
  // A weight of 3 is three points in one place, as far as R^2 goes.
  const blocks = Int32Array.of(0, 0, 0, 1, 1, 1)
  const weights = Float64Array.of(3, 3, 3, 1, 1, 1)
  const order = [0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 4, 5]
  const tripled = against(
    hill,
    Float64Array.from(order, (i) => x[i]!),
    Float64Array.from(order, (i) => y[i]!),
  )
  expect(against(hill, x, y, { weights, blocks }).rSquared).toBeCloseTo(tripled.rSquared!, 9)
})

test('a law worse than the mean explains nothing, and p is 1', () => {
  // The Hill law can only fall: points that rise a little end on a bound, where other orders are worse still.
  const found = against(hill, x, Float64Array.of(0.13, 0.2, 0.1, 0.12, 0.18, 0.17))
  expect(found.rSquared).toBeLessThan(0)
  expect(found.p).toBe(1)
})

test('fits without a point are counted and explain nothing', () => {
  const rows = Float64Array.from({ length: 10 }, (_, k) => Math.exp(k))
  const spike = Float64Array.of(1, 0, 0.1, 0, 0.1, 0, 0, 0.1, 0, 0.1)
  expect(fitLaw(logLogistic, rows, spike)).toHaveProperty('status', 'singular')
  const found = against(logLogistic, rows, spike, { draws: 19 })
  expect(found).toMatchObject({ rSquared: null, p: 1 })
  expect(found.withoutPoint).toBeGreaterThan(0)
  expect(found.withoutPoint).toBeLessThan(19)
})

test('a clear law has the smallest p there is, pure noise has none', () => {
  const rows = Float64Array.of(...x, ...x)
  const e = noise(12, 'clear')
  const clear = predict(hill, rows, Float64Array.of(100, 0.8)).map((value, i) => value + 0.02 * e[i]!)
  expect(against(hill, rows, clear)).toMatchObject({ p: 0.01, exact: false, arrangements: 99 })
  for (const draw of [0, 1, 2])
    expect(
      against(
        hill,
        rows,
        noise(12, 'null', draw).map((value) => 0.5 + 0.1 * value),
      ).p,
    ).toBeGreaterThan(0.05)
})

test('neither the unit nor the level of y matters to a line, nor which way it runs', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 6, maxLength: 6 }).filter((y) => new Set(y).size > 1),
      fc.constantFrom(-4, -1, 0.25, 8),
      fc.integer({ min: -3, max: 3 }),
      (whole, unit, level) => {
        const y = Float64Array.from(whole)
        const moved = y.map((value) => unit * value + level)
        const one = against(log, x, y)
        const other = against(log, x, moved)
        expect(other.p).toBe(one.p)
        expect(other.rSquared).toBeCloseTo(one.rSquared!, 10)
      },
    ),
    { numRuns: 30 },
  )
})

test('the order of the points does not matter where all arrangements are tried', () => {
  const y = noise(6, 'order')
  const order = [3, 0, 5, 1, 4, 2]
  const one = against(log, x, y, { draws: 720 })
  const other = against(
    log,
    Float64Array.from(order, (i) => x[i]!),
    Float64Array.from(order, (i) => y[i]!),
    { draws: 720 },
  )
  expect(other).toMatchObject({ p: one.p, exact: true, arrangements: 720 })
})

test('what cannot be exchanged is refused with the reason', () => {
  const y = noise(6, 'refused')
  expect(() => against(log, x, y, { points: 'exact-curve' })).toThrow(/exact curve share their rows/)
  expect(() => against(log, x, y, { weights: Float64Array.of(1, 1, 1, 1, 1, 2) })).toThrow(/weigh 1 and 2/)
  expect(() =>
    against(log, x, y, { weights: Float64Array.of(1, 1, 1, 2, 2, 3), blocks: Int32Array.of(0, 0, 0, 1, 1, 1) }),
  ).toThrow(/weigh 2 and 3/)
  expect(() => against(log, x, new Float64Array(6).fill(0.4))).toThrow(/all 6 values are 0.4/)
  expect(() => against(log, x, y.slice(1))).toThrow(/6 numbers in x/)
  expect(() => against(log, x, y, { weights: new Float64Array(6) })).toThrow(/above 0/)
  expect(() => against(log, x, y, { blocks: Int32Array.of(0) })).toThrow(/block indices/)
  expect(() => against(log, x, y, { draws: 0 })).toThrow(/0 draws/)
  expect(() => against(log, x, Float64Array.of(1, 2, 3, 4, 5, Number.NaN))).toThrow(/y is NaN/)
})
