import fc from 'fast-check'
import { expect, test } from 'vitest'
import { derivative } from '../../src/compare/derivative.ts'

const everywhere = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY] as const

test('smooth functions, central and at either end of their range', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 0.01, max: 40, noNaN: true }),
      (s, rate) => {
        const f = (at: number): number => Math.exp(Math.sin(rate * at))
        const wanted = rate * Math.cos(rate * s) * f(s)
        for (const [from, to] of [everywhere, [s, 9], [-9, s], [s - 0.01, s + 0.2]] as const)
          expect(Math.abs(derivative(f, s, from, to).value - wanted)).toBeLessThan(1e-9 * (1 + rate))
      },
    ),
  )
})

test('it never looks outside the range', () => {
  const f = (at: number): number => {
    if (at < 1 || at > 1.3) throw new Error(`looked at ${at}`)
    return at * at
  }
  for (const s of [1, 1.0001, 1.05, 1.29, 1.3]) expect(derivative(f, s, 1, 1.3).value).toBeCloseTo(2 * s, 9)
})

test('the error shows a kink, and a function that has no values', () => {
  expect(derivative(Math.abs, 0.3, ...everywhere).value).toBeCloseTo(1, 13)
  // Near a kink the steps become small enough to miss it.
  expect(derivative(Math.abs, 0.01, ...everywhere).value).toBeCloseTo(1, 12)
  expect(derivative((s) => Math.max(s, s * s), 0, ...everywhere).error).toBeGreaterThan(1e-7)
  expect(derivative((s) => Math.log(s), 0, ...everywhere).error).toBe(Number.POSITIVE_INFINITY)
  expect(derivative((s) => s, 0, 0, 0).error).toBe(Number.POSITIVE_INFINITY)
})
