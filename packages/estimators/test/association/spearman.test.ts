import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { spearman, spearmanTest } from '../../src/association/spearman.ts'
import { reaches } from '../golden/agreement.ts'
import { association, correlations } from '../golden/association.ts'

const streams = streamsOf('test')
const small = fc.integer({ min: -9, max: 9 })
const pairs = fc
  .array(fc.tuple(small, small), { minLength: 2, maxLength: 30 })
  .map((rows) => [Float64Array.from(rows, ([x]) => x), Float64Array.from(rows, ([, y]) => y)] as const)
  .filter((sides) => sides.every((side) => Math.max(...side) > Math.min(...side)))

test('rho and exact p-values, ties among them, agree with scipy and R', () => {
  reaches(association, 'spearman', 14)
  reaches(association, 'spearmanTest', 13)
})

test('with few pairs every order is counted', () => {
  for (const row of correlations.filter(({ spearmanP }) => spearmanP !== undefined)) {
    const [x, y] = [Float64Array.from(row.x), Float64Array.from(row.y)]
    const found = spearmanTest({ x, y, draws: 10, stream: streams('unused') })
    expect(found).toMatchObject({ exact: true, rho: spearman(x, y) })
  }
})

test('only the order of values matters: rising transforms change nothing, falling ones the sign', () => {
  fc.assert(
    fc.property(pairs, ([x, y]) => {
      const rho = spearman(x, y)
      expect(spearman(x.map(Math.exp), y)).toBe(rho)
      expect(
        spearman(
          x,
          y.map((value) => value * value * value - 5),
        ),
      ).toBe(rho)
      expect(
        spearman(
          x.map((value) => -value),
          y,
        ),
      ).toBeCloseTo(-rho, 13)
      expect(spearman(y, x)).toBeCloseTo(rho, 13)
      expect(spearman(x.slice().reverse(), y.slice().reverse())).toBeCloseTo(rho, 13)
    }),
  )
})

test('a random sample of orders comes close to all of them', () => {
  const [x, y] = [correlations[8]!.x, correlations[8]!.y].map((side) => Float64Array.from(side.slice(0, 9)))
  const ask = { x: x!, y: y!, stream: streams('orders') }
  const exact = spearmanTest({ ...ask, draws: 362_880 })
  const drawn = spearmanTest({ ...ask, draws: 3000 })
  expect([exact.exact, drawn.exact]).toEqual([true, false])
  expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 3000))
  expect(exact.p).toBeGreaterThan(0.02)
})

test('constant sides are refused by their values, not their ranks', () => {
  const stream = streams('constant')
  const [x, y] = [Float64Array.of(7.5, 7.5, 7.5), Float64Array.of(1, 2, 3)]
  expect(() => spearman(x, y)).toThrow('x is constant (7.5 in all 3 pairs)')
  expect(() => spearmanTest({ x: y, y: x, draws: 10, stream })).toThrow('y is constant (7.5')
  expect(() => spearmanTest({ x: y, y, draws: 0, stream })).toThrow('cannot make 0 draws')
})
