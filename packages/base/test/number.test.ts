import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { integerPow, pow, round10, roundScore } from '../src/index.ts'

const finite = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e300, max: 1e300 })

describe('round10', () => {
  it.each([
    [1 / 3, 0.3333333333],
    [-2 / 3, -0.6666666667],
    [12345678901234, 12345678900000],
    [1.5e-300, 1.5e-300],
    [0.1 + 0.2, 0.3],
    [0, 0],
  ])('%d is written as %d', (x, written) => expect(round10(x)).toBe(written))

  it('writes -0 as 0', () => expect(Object.is(round10(-0), 0)).toBe(true))

  it('is idempotent, monotone, and off by at most 5 units of the tenth digit', () => {
    fc.assert(
      fc.property(finite, finite, (x, y) => {
        expect(round10(round10(x))).toBe(round10(x))
        if (Math.abs(x) > 1e-290) expect(Math.abs(round10(x) - x)).toBeLessThanOrEqual(5.0001e-10 * Math.abs(x))
        expect(round10(Math.min(x, y))).toBeLessThanOrEqual(round10(Math.max(x, y)))
      }),
    )
  })

  it('refuses what would be written as null, the largest doubles too', () => {
    for (const x of [Number.NaN, Number.NEGATIVE_INFINITY, Number.MAX_VALUE, -Number.MAX_VALUE])
      expect(() => round10(x)).toThrow(expect.objectContaining({ code: 'LB_NOT_FINITE' }))
  })
})

describe('roundScore', () => {
  it('makes ties of scores that differ by less than half of 1e-6, and of nothing else', () => {
    expect(roundScore(0.1 + 0.2)).toBe(roundScore(0.3))
    expect(roundScore(0.12345649)).toBe(0.123456)
    expect(roundScore(0.1234566)).toBe(0.123457)
    expect(roundScore(1e-6)).not.toBe(roundScore(2e-6))
  })
})

describe('pow', () => {
  it('agrees with exact powers and with integerPow to 12 digits', () => {
    expect([pow(2, 0), pow(0, 0), pow(0, 2), pow(0, -1), pow(1, 1e9)]).toEqual([1, 1, 0, Number.POSITIVE_INFINITY, 1])
    expect(pow(4, 0.5)).toBeCloseTo(2, 12)
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 10, noNaN: true }), fc.integer({ min: 0, max: 20 }), (x, n) => {
        expect(pow(x, n) / integerPow(x, n)).toBeCloseTo(1, 12)
      }),
    )
  })

  it('refuses a negative base', () => {
    expect(() => pow(-2, 3)).toThrow(
      expect.objectContaining({ code: 'LB_DOMAIN', message: 'cannot raise -2 to 3; the base must be at least 0' }),
    )
  })
})

describe('integerPow', () => {
  it('is exact where the products are, for negative bases too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 16 }), (x, n) => {
        expect(BigInt(integerPow(x, n))).toBe(BigInt(x) ** BigInt(n))
      }),
    )
    expect(integerPow(2, 1023)).toBe(Number(2n ** 1023n))
  })

  it.each([-1, 0.5, Number.NaN])('refuses the exponent %s', (n) =>
    expect(() => integerPow(2, n)).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' })),
  )
})
