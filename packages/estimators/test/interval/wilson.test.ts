import fc from 'fast-check'
import { expect, test } from 'vitest'
import { wilson } from '../../src/interval/wilson.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('Newcombe (1998), table 1: 81 of 263 and 0 of 20 at 95 %', () => {
  const [lo, hi] = wilson(81, 263, 0.95)
  expect([lo.toFixed(4), hi.toFixed(4)]).toEqual(['0.2553', '0.3662'])
  expect(wilson(0, 20, 0.95)[0]).toBe(0)
  expect(wilson(0, 20, 0.95)[1].toFixed(4)).toBe('0.1611')
})

test('wilson agrees with R', () => reaches(interval, 'wilson', 13.5))

test('contains the proportion, stays in [0, 1], mirrors, and grows with the level', () => {
  const trial = fc.integer({ min: 1, max: 3000 }).chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
  fc.assert(
    fc.property(trial, ([x, n]) => {
      const [lo, hi] = wilson(x, n, 0.9)
      expect(lo).toBeGreaterThanOrEqual(0)
      expect(hi).toBeLessThanOrEqual(1)
      expect(lo).toBeLessThanOrEqual(x / n)
      expect(hi).toBeGreaterThanOrEqual(x / n)
      expect(wilson(n - x, n, 0.9)[0]).toBeCloseTo(1 - hi, 12)
      expect(wilson(x, n, 0.995)[1]).toBeGreaterThanOrEqual(hi)
    }),
  )
})

test('impossible counts and levels are refused', () => {
  expect(() => wilson(3, 2, 0.9)).toThrow('3 in 2')
  expect(() => wilson(0, 0, 0.9)).toThrow('0 in 0')
  expect(() => wilson(1, 2, 90)).toThrow('level of 90')
})
