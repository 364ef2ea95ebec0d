import fc from 'fast-check'
import { expect, test } from 'vitest'
import { binomialCdf, binomialUpperTail } from '../../src/distribution/binomial.ts'
import { clopperPearson } from '../../src/interval/clopperPearson.ts'
import { wilson } from '../../src/interval/wilson.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('agrees with 40-digit values, and is exactly 0 and 1 at the ends', () => {
  reaches(interval, 'clopperPearson', 13)
  expect(clopperPearson(0, 7, 0.9)[0]).toBe(0)
  expect(clopperPearson(7, 7, 0.9)[1]).toBe(1)
})

const trial = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.integer({ min: 1, max: n }), fc.constant(n)))

test('at its limits the binomial tail tests reject with exactly half of 1 - level', () => {
  fc.assert(
    fc.property(trial, ([x, n]) => {
      const [lo, hi] = clopperPearson(x, n, 0.9)
      expect(binomialUpperTail(x - 1, n, lo)).toBeCloseTo(0.05, 10)
      if (x < n) expect(binomialCdf(x, n, hi)).toBeCloseTo(0.05, 10)
    }),
  )
})

test('mirrors, grows with the level, and is wider than the score interval', () => {
  fc.assert(
    fc.property(trial, ([x, n]) => {
      const [lo, hi] = clopperPearson(x, n, 0.9)
      expect(clopperPearson(n - x, n, 0.9)[0]).toBeCloseTo(1 - hi, 12)
      expect(clopperPearson(x, n, 0.995)[0]).toBeLessThan(lo)
      const score = wilson(x, n, 0.9)
      expect(hi - lo).toBeGreaterThan(score[1] - score[0])
    }),
  )
})

test('impossible counts and levels are refused', () => {
  expect(() => clopperPearson(3, 2, 0.9)).toThrow('3 in 2')
  expect(() => clopperPearson(0, 0, 0.9)).toThrow('0 in 0')
  expect(() => clopperPearson(0.5, 2, 0.9)).toThrow('0.5 in 2')
  expect(() => clopperPearson(1, 2, 90)).toThrow('level of 90')
})
