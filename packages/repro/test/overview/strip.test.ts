import type { DiffClaim } from '@lawbook/schemas'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stripOf } from '../../src/overview/strip.ts'
import { measured } from './state.ts'

type Expected = DiffClaim['expected']
const expected = (lo: number | null, hi: number | null, changes: Partial<Expected> = {}): Expected => ({
  ...{ allowed: { lo, hi }, direction: { lo, hi }, unit: '1', neutral: null },
  ...changes,
})

test('a strip spans the estimate and what is allowed, between round numbers', () => {
  const strip = stripOf(expected(2, 4), true, measured('m', 10))!
  expect(strip).toMatchObject({ ends: [1, 13], looked: [2, 4], claimed: null, neutral: null, beyond: null })
  expect(strip).toMatchObject({ value: 10, inner: [9, 11], outer: [8, 12] })
})

test('an open region reaches the end of the strip, and there is room for it', () => {
  const above = stripOf(expected(2, null), true, measured('m', 10))!
  expect(above.looked).toEqual([2, above.ends[1]])
  expect(above.ends[1]).toBeGreaterThanOrEqual(14)
  const below = stripOf(expected(null, 2), true, measured('m', -10))!
  expect(below.looked).toEqual([below.ends[0], 2])
  expect(below.ends[0]).toBeLessThanOrEqual(-14)
})

test('where only the direction is judged it is shaded, and the claimed size stands beside it', () => {
  const region = expected(20, 30, { direction: { lo: 0, hi: null }, neutral: 0 })
  const strip = stripOf(region, false, measured('m', 10))!
  expect(strip).toMatchObject({ claimed: [20, 30], neutral: 0 })
  expect(strip.looked).toEqual([0, strip.ends[1]])
})

test('a neutral value that would squeeze the rest is pointed to', () => {
  const far = (neutral: number) => stripOf(expected(2, 4, { neutral }), true, measured('m', 10))!
  expect(far(0)).toMatchObject({ neutral: 0, beyond: null })
  expect(far(-100)).toMatchObject({ neutral: null, beyond: 'left', ends: [1, 13] })
  expect(far(100)).toMatchObject({ neutral: null, beyond: 'right' })
})

test('nothing is drawn without a value, an interval or a region; arithmetic may have no width', () => {
  expect(stripOf(expected(2, 4), true, null)).toBeNull()
  expect(stripOf(expected(2, 4), true, measured('m', 10, { value: null }))).toBeNull()
  expect(stripOf(expected(2, 4), true, measured('m', 10, { i995: null }))).toBeNull()
  expect(stripOf(expected(2, 4, { allowed: null }), true, measured('m', 10))).toBeNull()
  const exact = measured('m', 253, { evidence: 'arithmetic', i90: null, i995: null })
  const strip = stripOf(expected(253, 253), true, exact)!
  expect(strip).toMatchObject({ inner: [253, 253], outer: [253, 253], looked: [253, 253] })
  expect(strip.ends[0]).toBeLessThan(253)
  expect(strip.ends[1]).toBeGreaterThan(253)
})

test('everything that is drawn lies between the ends', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true })
  fc.assert(
    fc.property(number, number, fc.option(number), fc.option(number), (value, reach, end, neutral) => {
      const half = Math.abs(reach)
      const measure = measured('m', value, { i90: [value - half / 2, value + half / 2], i995: [value - half, value] })
      const { ends, looked, inner, outer, ...strip } = stripOf(expected(end, null, { neutral }), true, measure)!
      const inside = [value, ...looked, ...inner, ...outer, ...(strip.neutral === null ? [] : [strip.neutral])]
      for (const x of inside) {
        expect(x).toBeGreaterThanOrEqual(ends[0])
        expect(x).toBeLessThanOrEqual(ends[1])
      }
      expect(ends[1]).toBeGreaterThan(ends[0])
    }),
  )
})
