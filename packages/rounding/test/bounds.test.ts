import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  add,
  type Bounds,
  div,
  exp,
  hull,
  largest,
  ln,
  mean,
  middle,
  mul,
  neg,
  power,
  room,
  smallest,
  sub,
} from '../src/bounds.ts'

const number = fc.double({ min: -50, max: 50, noNaN: true })
const interval: fc.Arbitrary<Bounds> = fc.tuple(number, number).map(([a, b]) => [Math.min(a, b), Math.max(a, b)])
const positive: fc.Arbitrary<Bounds> = interval.map(([a, b]) => [Math.abs(a) + 0.1, Math.abs(a) + 0.1 + b - a])
const share = fc.double({ min: 0, max: 1, noNaN: true })

const at = ([lo, hi]: Bounds, where: number): number => Math.min(hi, Math.max(lo, lo + (hi - lo) * where))
const holds = ([lo, hi]: Bounds, x: number): boolean => lo <= x && x <= hi

describe('arithmetic on intervals', () => {
  it('holds every result of numbers that the intervals hold', () => {
    fc.assert(
      fc.property(interval, interval, positive, share, share, (a, b, c, s, t) => {
        const [x, y, z] = [at(a, s), at(b, t), at(c, s)]
        expect(holds(add(a, b), x + y)).toBe(true)
        expect(holds(sub(a, b), x - y)).toBe(true)
        expect(holds(neg(a), -x)).toBe(true)
        expect(holds(mul(a, b), x * y)).toBe(true)
        expect(holds(div(a, c), x / z)).toBe(true)
        expect(holds(ln(c), Math.log(z))).toBe(true)
        expect(holds(exp(a), Math.exp(x))).toBe(true)
        expect(holds(power(c, [1.5, 2.5]), z * z)).toBe(true)
        expect(holds(smallest([a, b]), Math.min(x, y))).toBe(true)
        expect(holds(largest([a, b]), Math.max(x, y))).toBe(true)
        expect(holds(mean([a, b]), (x + y) / 2)).toBe(true)
        expect(holds(hull(a, b), x) && holds(hull(a, b), y)).toBe(true)
      }),
    )
  })

  it('is as tight as the ends allow', () => {
    expect(mul([-2, 3], [4, 5]).map(Math.round)).toEqual([-10, 15])
    expect(middle([1, 4])).toBe(2.5)
  })

  it('refuses a divisor that holds 0 and a logarithm that reaches it', () => {
    expect(() => div([1, 2], [-1, 1])).toThrow('the divisor must not hold 0')
    expect(() => ln([0, 1])).toThrow('it must lie above 0')
  })

  it('knows whether intervals share a number', () => {
    expect(
      room([
        [0, 2],
        [1, 3],
        [1.5, 9],
      ]),
    ).toBe(0.5)
    expect(
      room([
        [0, 1],
        [3, 4],
      ]),
    ).toBe(-2)
  })
})
