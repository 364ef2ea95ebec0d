import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rSquaredShares, shapley } from '../../src/share/shapley.ts'
import { reaches } from '../golden/agreement.ts'
import { share } from '../golden/share.ts'

const game = fc
  .integer({ min: 1, max: 6 })
  .chain((players) =>
    fc.tuple(
      fc.constant(players),
      fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1 << players, maxLength: 1 << players }),
    ),
  )

test('the glove game: one left glove, two right ones', () => {
  const shares = shapley(3, (mask) => ((mask & 1) !== 0 && (mask & 6) !== 0 ? 1 : 0))
  expect([...shares].map((share) => share.toFixed(12))).toEqual(['0.666666666667', '0.166666666667', '0.166666666667'])
})

test('shares are mean contributions over all orders, and sum to v(all) - v(empty)', () => {
  const orders = (list: number[]): number[][] =>
    list.length === 0
      ? [[]]
      : list.flatMap((one) => orders(list.filter((other) => other !== one)).map((rest) => [one, ...rest]))
  fc.assert(
    fc.property(game, ([players, values]) => {
      const shares = shapley(players, (mask) => values[mask]!)
      const wanted = new Float64Array(players)
      const all = orders(Array.from({ length: players }, (_, i) => i))
      for (const order of all) {
        let mask = 0
        for (const i of order) {
          wanted[i]! += (values[mask | (1 << i)]! - values[mask]!) / all.length
          mask |= 1 << i
        }
      }
      for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(wanted[i]!, 10)
      expect(shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(values.at(-1)! - values[0]!, 10)
    }),
    { numRuns: 60 },
  )
})

test('16 players: each set is asked for once, an additive game gives each its own worth', () => {
  const asked = new Uint8Array(1 << 16)
  const shares = shapley(16, (mask) => {
    asked[mask]! += 1
    let sum = 3
    for (let i = 0; i < 16; i++) if ((mask >> i) & 1) sum += i
    return sum
  })
  expect(asked.every((count) => count === 1)).toBe(true)
  for (const [i, share] of shares.entries()) expect(share).toBeCloseTo(i, 11)
})

test('shares of R^2 agree with all orders of entering in R, and of games with exact fractions', () => {
  reaches(share, 'rSquaredShares', 13)
  reaches(share, 'shapley', 14)
})

test('shares of R^2 do not depend on scale, shift or order of rows', () => {
  const noise = streamsOf('shapley')('noise')
  const n = 20
  const predictors = Float64Array.from({ length: 3 * n }, () => noise.normal())
  const y = Float64Array.from({ length: n }, (_, i) => predictors[3 * i]! - predictors[3 * i + 2]! + noise.normal())
  const shares = rSquaredShares(predictors, y)
  expect(shares.every((share) => share > 0)).toBe(true)
  const moved = rSquaredShares(
    predictors.map((value, k) => (k % 3 === 1 ? 1000 * value - 7 : value)),
    y.map((value) => 2 - 3 * value),
  )
  const order = Array.from({ length: n }, (_, i) => n - 1 - i)
  const turned = rSquaredShares(
    Float64Array.from(order.flatMap((i) => [...predictors.subarray(3 * i, 3 * i + 3)])),
    Float64Array.from(order, (i) => y[i]!),
  )
  for (const [i, share] of shares.entries()) {
    expect(moved[i]).toBeCloseTo(share, 11)
    expect(turned[i]).toBeCloseTo(share, 11)
  }
})

test('impossible games and regressions are refused', () => {
  expect(() => shapley(0, () => 1)).toThrow('among 0 players')
  expect(() => shapley(17, () => 1)).toThrow('among 17 players')
  expect(() => shapley(2, (mask) => (mask === 3 ? Number.NaN : 1))).toThrow('value of set 3 is NaN')
  const y = Float64Array.of(1, 2, 4, 8)
  expect(() => rSquaredShares(Float64Array.of(1, 2, 3, 4, 5), y)).toThrow('5 predictor values')
  expect(() => rSquaredShares(Float64Array.of(1, 2, 4, 3), new Float64Array(4))).toThrow('values that differ')
  expect(() => rSquaredShares(Float64Array.of(1, 2, 2, 4, 3, 6, 5, 10), y)).toThrow('combination')
})
