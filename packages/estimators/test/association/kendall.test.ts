import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { kendall, kendallTest } from '../../src/association/kendall.ts'
import { reaches } from '../golden/agreement.ts'
import { association, correlations } from '../golden/association.ts'

const streams = streamsOf('test')
const few = fc.integer({ min: -4, max: 4 })
const pairs = fc
  .array(fc.tuple(few, few), { minLength: 2, maxLength: 40 })
  .map((rows) => [Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)] as const)
  .filter((sides) => sides.every((side) => Math.max(...side) > Math.min(...side)))

/** tau-b from its definition, pair by pair. */
function byDefinition(x: Float64Array, y: Float64Array): number {
  let [score, untiedX, untiedY] = [0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const [dx, dy] = [Math.sign(x[i]! - x[j]!), Math.sign(y[i]! - y[j]!)]
      score += dx * dy
      untiedX += dx * dx
      untiedY += dy * dy
    }
  }
  return score / Math.sqrt(untiedX * untiedY)
}

test('tau-b and exact p-values, ties among them, agree with scipy and R', () => {
  reaches(association, 'kendall', 14)
  reaches(association, 'kendallTest', 13)
})

test('with few pairs every order is counted', () => {
  for (const row of correlations.filter(({ kendallP }) => kendallP !== undefined)) {
    const [x, y] = [Float64Array.from(row.x), Float64Array.from(row.y)]
    const found = kendallTest({ x, y, draws: 10, stream: streams('unused') })
    expect(found).toMatchObject({ exact: true, tau: kendall(x, y) })
  }
})

test("Knight's count equals the definition, with ties in x, in y and in both", () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      expect(kendall(x, y)).toBe(byDefinition(x, y))
    }),
    { numRuns: 500 },
  )
})

test('only the order of values matters: rising transforms change nothing, falling ones the sign', () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      const tau = kendall(x, y)
      expect(kendall(x.map(Math.exp), y)).toBe(tau)
      expect(
        kendall(
          x,
          y.map((value) => 1e-3 * value + 8),
        ),
      ).toBe(tau)
      expect(
        kendall(
          x,
          y.map((value) => -value),
        ),
      ).toBeCloseTo(-tau, 14)
      expect(kendall(y, x)).toBe(tau)
      expect(kendall(x.slice().reverse(), y.slice().reverse())).toBe(tau)
      expect(kendall(x, x)).toBe(1)
    }),
  )
})

test('50,000 pairs are counted as the definition of a shuffle expects: tau near 0', () => {
  const n = 50_000
  const x = Float64Array.from({ length: n }, (_, i) => i)
  const y = Float64Array.from(streams('long').sample(n, n))
  // Var tau = 2 (2 n + 5) / (9 n (n - 1)) under independence.
  expect(Math.abs(kendall(x, y))).toBeLessThan(5 * Math.sqrt((2 * (2 * n + 5)) / (9 * n * (n - 1))))
  expect(
    kendall(
      x,
      x.map((value) => -value),
    ),
  ).toBe(-1)
})

test('random orders come with a p-value in (0, 1]', () => {
  const row = correlations[7]!
  const found = kendallTest({
    x: Float64Array.from(row.x),
    y: Float64Array.from(row.y),
    draws: 199,
    stream: streams('random'),
  })
  expect(found).toEqual({ tau: expect.closeTo(row.kendall, 14), p: 1 / 200, exact: false })
})

test('constant sides and missing values are refused', () => {
  const y = Float64Array.of(1, 2, 3)
  expect(() => kendall(Float64Array.of(2, 2, 2), y)).toThrow('x is constant (2 in all 3 pairs)')
  expect(() => kendall(y, Float64Array.of(1, Number.NaN, 2))).toThrow('y is NaN in pair 1')
  expect(() => kendall(y, Float64Array.of(1, 2))).toThrow('3 values of x came with 2')
})
