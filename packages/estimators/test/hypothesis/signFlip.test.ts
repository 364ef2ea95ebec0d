import { streamsOf } from '@lawbook/base'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { signFlipInterval, signFlipTest } from '../../src/hypothesis/signFlip.ts'
import { reaches } from '../golden/agreement.ts'
import { hypothesis, values } from '../golden/hypothesis.ts'

const streams = streamsOf('signFlip')
const ask = { draws: 1 << 12, stream: streams('unused') }
const ways = ['rows', 'clusters'] as const

test('p-values and intervals over all flips agree with exact fractions', () => {
  reaches(hypothesis, 'signFlipTest', 14)
  reaches(hypothesis, 'signFlipInterval', 14)
  for (const { differences, cluster } of values.signFlip) {
    const data = { differences: Float64Array.from(differences), clusters: Int32Array.from(cluster), ...ask }
    const found = signFlipTest({ ...data, weigh: 'rows', alternative: 'two-sided' })
    expect(found).toMatchObject({ exact: true, flips: 1 << new Set(cluster).size })
  }
})

test('the estimate weighs rows or clusters alike, whatever the null value', () => {
  const data = { differences: Float64Array.of(1, 1, 1, 5), clusters: Int32Array.of(9, 9, 9, 2), ...ask }
  expect(signFlipTest({ ...data, weigh: 'rows', alternative: 'less' }).estimate).toBe(2)
  expect(signFlipTest({ ...data, weigh: 'clusters', alternative: 'less' }).estimate).toBe(3)
  expect(signFlipTest({ ...data, weigh: 'rows', alternative: 'less', nullValue: 7 }).estimate).toBe(2)
})

const rows = fc.array(fc.tuple(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 0, max: 7 })), {
  minLength: 6,
  maxLength: 25,
})
const data = rows
  .filter((list) => new Set(list.map(([, cluster]) => cluster)).size >= 5)
  .map((list) => ({
    differences: Float64Array.from(list, ([value]) => value),
    clusters: Int32Array.from(list, ([, cluster]) => cluster),
  }))

test('p in (0, 1]; signs, order, scale and shift act as they must', () => {
  fc.assert(
    fc.property(data, fc.constantFrom(...ways), ({ differences, clusters }, weigh) => {
      const p = (changed: Float64Array, alternative: 'two-sided' | 'greater' | 'less', nullValue = 0): number =>
        signFlipTest({ differences: changed, clusters, weigh, alternative, nullValue, ...ask }).p
      const two = p(differences, 'two-sided')
      expect(two).toBeGreaterThan(0)
      expect(two).toBeLessThanOrEqual(1)
      expect(
        p(
          differences.map((value) => -value),
          'two-sided',
        ),
      ).toBe(two)
      expect(
        p(
          differences.map((value) => -0.3 * value),
          'greater',
        ),
      ).toBe(p(differences, 'less'))
      expect(
        p(
          differences.map((value) => value + 5),
          'two-sided',
          5,
        ),
      ).toBe(two)
      const one = Math.min(p(differences, 'greater'), p(differences, 'less'))
      expect(two).toBeCloseTo(Math.min(1, 2 * one), 14)
      const backwards = { differences: differences.slice().reverse(), clusters: clusters.slice().reverse() }
      expect(signFlipTest({ ...backwards, weigh, alternative: 'two-sided', ...ask }).p).toBe(two)
    }),
  )
})

test('the interval holds exactly the null values that neither one-sided test denies', () => {
  fc.assert(
    fc.property(
      data,
      fc.constantFrom(...ways),
      fc.constantFrom(0.05, 0.1, 0.25),
      ({ differences, clusters }, weigh, tail) => {
        const each = { differences, clusters, weigh, ...ask }
        const [lo, hi] = signFlipInterval({ ...each, tail })
        const kept = (nullValue: number): boolean =>
          signFlipTest({ ...each, nullValue, alternative: 'greater' }).p > tail &&
          signFlipTest({ ...each, nullValue, alternative: 'less' }).p > tail
        expect(lo).toBeLessThanOrEqual(hi)
        expect([kept(lo - 1e-6), kept(lo + 1e-9), kept(hi - 1e-9), kept(hi + 1e-6)]).toEqual([
          false,
          kept(lo + 1e-9),
          kept(hi - 1e-9),
          false,
        ])
        if (hi - lo > 1e-6) expect([kept(lo + 1e-9), kept((lo + hi) / 2), kept(hi - 1e-9)]).toEqual([true, true, true])
      },
    ),
  )
})

test('a shift moves the interval and a negative scale turns it', () => {
  fc.assert(
    fc.property(data, fc.constantFrom(...ways), ({ differences, clusters }, weigh) => {
      const limits = (changed: Float64Array) =>
        signFlipInterval({ differences: changed, clusters, weigh, tail: 0.1, ...ask })
      const [lo, hi] = limits(differences)
      const moved = limits(differences.map((value) => 3 - 2 * value))
      expect(moved[0]).toBeCloseTo(3 - 2 * hi, 10)
      expect(moved[1]).toBeCloseTo(3 - 2 * lo, 10)
    }),
  )
})

test('random flips come close to all of them, for p and for limits', () => {
  const noise = streams('noise')
  const differences = Float64Array.from({ length: 60 }, () => 0.3 + noise.normal())
  const each = { differences, clusters: Int32Array.from({ length: 60 }, (_, i) => i % 14), weigh: 'rows' as const }
  const all = { ...each, draws: 1 << 14, stream: streams('all') }
  const some = { ...each, draws: 8000, stream: streams('some') }
  const exact = signFlipTest({ ...all, alternative: 'greater' })
  const drawn = signFlipTest({ ...some, alternative: 'greater' })
  expect([exact.exact, drawn.exact, drawn.flips]).toEqual([true, false, 8000])
  expect(Math.abs(drawn.p - exact.p)).toBeLessThan(4 * Math.sqrt((exact.p * (1 - exact.p)) / 8000))
  const [wide, near] = [signFlipInterval({ ...all, tail: 0.05 }), signFlipInterval({ ...some, tail: 0.05 })]
  for (const side of [0, 1]) expect(Math.abs(near[side]! - wide[side]!)).toBeLessThan(0.05 * (wide[1] - wide[0]))
  const few = signFlipTest({ ...each, draws: 19, alternative: 'two-sided', stream: streams('few') })
  expect(few.p).toBeGreaterThanOrEqual(1 / 20)
})

test('the data as they are count among random flips: p is never below 1 / (1 + draws)', () => {
  const differences = Float64Array.from({ length: 40 }, (_, i) => 1 + i)
  const each = { differences, clusters: Int32Array.from(differences.keys()), weigh: 'rows' as const, draws: 19 }
  const found = signFlipTest({ ...each, alternative: 'greater', stream: streams('never') })
  expect(found).toEqual({ estimate: 20.5, p: 1 / 20, exact: false, flips: 19 })
})

test('under the null 5 % of tests reject and 90 % of intervals cover, also with unequal clusters', () => {
  const clusters = Int32Array.from([0, 1, 1, 2, 2, 2, 2, 3, 4, 5, 5, 6, 7, 7, 7, 8, 9])
  const worlds = 1500
  for (const weigh of ways) {
    let [rejected, covered] = [0, 0]
    for (let w = 0; w < worlds; w++) {
      const noise = streams('world', w)
      const shared = Array.from({ length: 10 }, () => noise.normal())
      const each = {
        differences: Float64Array.from(clusters, (g) => 2 + shared[g]! + noise.normal()),
        clusters,
        weigh,
        ...ask,
      }
      if (signFlipTest({ ...each, nullValue: 2, alternative: 'two-sided' }).p <= 0.05) rejected++
      const [lo, hi] = signFlipInterval({ ...each, tail: 0.05 })
      if (lo <= 2 && 2 <= hi) covered++
    }
    const error = Math.sqrt((0.05 * 0.95) / worlds)
    expect(rejected / worlds).toBeLessThan(0.05 + 3 * error)
    expect(rejected / worlds).toBeGreaterThan(0.05 - 4 * error)
    expect(Math.abs(covered / worlds - 0.9)).toBeLessThan(4 * Math.sqrt((0.9 * 0.1) / worlds))
  }
})

test('differences that are all the null value give p = 1; impossible questions are refused', () => {
  const each = { differences: Float64Array.of(0.1, 0.1, 0.1), clusters: Int32Array.of(0, 1, 2), weigh: 'rows' as const }
  const test = { ...each, ...ask, alternative: 'two-sided' as const }
  expect(signFlipTest({ ...test, nullValue: 0.1 }).p).toBe(1)
  expect(() => signFlipTest({ ...test, nullValue: Number.NaN })).toThrow('null value NaN')
  expect(() => signFlipTest({ ...test, clusters: Int32Array.of(0, 1) })).toThrow('3 differences came with 2')
  expect(() => signFlipTest({ ...test, clusters: Int32Array.of(4, 4, 4) })).toThrow('1 clusters')
  expect(() => signFlipTest({ ...test, differences: Float64Array.of(1, Number.NaN, 2) })).toThrow('difference 1 is NaN')
  expect(() => signFlipTest({ ...test, draws: 0 })).toThrow('cannot make 0 draws')
  expect(() => signFlipInterval({ ...each, ...ask, tail: 0.05 })).toThrow('8 flips of 3 clusters give no finite limit')
  expect(() => signFlipInterval({ ...each, ...ask, tail: 0.5 })).toThrow('0.5 in each tail')
})
