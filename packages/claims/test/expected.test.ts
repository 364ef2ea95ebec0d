import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { expected } from '../src/expected.ts'
import { claimOf, kinds, tolerance } from './sample.ts'

const of = (...changes: Parameters<typeof claimOf>) => expected(claimOf(...changes))

describe('expected', () => {
  it('a value: half a digit and a quarter of the way to the null', () => {
    const { allowed, direction, halfWidth, unit } = of()
    expect(allowed).toEqual({ lo: 0.8475, hi: 1.0925 })
    expect(direction).toEqual({ lo: 0.5, hi: null })
    expect([halfWidth, unit]).toEqual([0.005, 'share'])
  })

  it('a value below its null points the other way', () => {
    expect(of({ number: '-7.2', neutral: 0 }).direction).toEqual({ lo: null, hi: 0 })
    expect(of({ number: '−7.2', neutral: 0 }).allowed).toEqual({ lo: -9.05, hi: -5.35 })
  })

  it('a value by rounding alone: nothing beyond the printed digits, ends without floating dust', () => {
    expect(of({ tolerance: tolerance('rounding') }).allowed).toEqual({ lo: 0.965, hi: 0.975 })
    expect(of({ tolerance: tolerance('rounding'), number: '1,141' }).allowed).toEqual({ lo: 1140.5, hi: 1141.5 })
  })

  it('without a null the direction is the allowed set', () => {
    const { allowed, direction } = of({ neutral: null, tolerance: tolerance('rounding') })
    expect(direction).toEqual(allowed)
  })

  it('a ratio is symmetric in the logarithm', () => {
    expect(of(kinds.ratio).allowed).toEqual({ lo: 3.2, hi: 5 })
    expect(of(kinds.ratio).direction).toEqual({ lo: 1, hi: null })
    expect(of({ ...kinds.ratio, tolerance: tolerance('rounding') }).allowed).toEqual({ lo: 3.5, hi: 4.5 })
  })

  it('a range widens each end by its own half digit', () => {
    expect(of({ ...kinds.range, number: ['0.5', '21'] }).allowed).toEqual({ lo: 0.45, hi: 21.5 })
    expect(of({ ...kinds.range, number: ['0.5', '21'] }).halfWidth).toBe(0.5)
    expect(of(kinds.range).direction).toEqual({ lo: 0, hi: null })
  })

  it('a threshold is one-sided at the printed number itself', () => {
    expect(of(kinds.threshold).allowed).toEqual({ lo: 0.97, hi: null })
    expect(of({ ...kinds.threshold, side: 'below' }).allowed).toEqual({ lo: null, hi: 0.97 })
    expect(of({ ...kinds.threshold, neutral: 0.5 }).direction).toEqual({ lo: 0.5, hi: null })
  })

  it('sign, ordering, form and count', () => {
    expect(of(kinds.sign)).toMatchObject({ allowed: { lo: 0.02, hi: null }, direction: { lo: 0, hi: null } })
    expect(of(kinds.ordering)).toMatchObject({ allowed: { lo: 0, hi: null }, neutral: 0, halfWidth: null })
    expect(of(kinds.form)).toMatchObject({ allowed: { lo: null, hi: 2 }, direction: { lo: null, hi: 2 } })
    expect(of(kinds.count)).toMatchObject({ allowed: { lo: 15, hi: 15 }, direction: { lo: 15, hi: 15 } })
  })

  it('a number that does not fit the kind', () => {
    expect(() => of({ number: null })).toThrow(/must be one printed number/)
    expect(() => of({ ...kinds.range, number: '20' })).toThrow(/must be two printed numbers/)
  })

  it('the direction always contains what is allowed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999, max: 999 }),
        fc.option(fc.double({ min: -20, max: 20, noNaN: true }), { nil: null }),
        fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[])),
        (tenths, neutral, kind) => {
          const number = kind === 'range' ? (['20', '35'] as [string, string]) : (tenths / 10).toFixed(1)
          const claim = claimOf({ ...kinds[kind], neutral, ...(kinds[kind].number === null ? {} : { number }) })
          const { allowed, direction } = expected(claim)
          const inLo = direction.lo === null || (allowed.lo ?? Number.NEGATIVE_INFINITY) >= direction.lo
          const inHi = direction.hi === null || (allowed.hi ?? Number.POSITIVE_INFINITY) <= direction.hi
          return kind === 'ratio' || kind === 'sign' || (inLo && inHi)
        },
      ),
    )
  })
})
