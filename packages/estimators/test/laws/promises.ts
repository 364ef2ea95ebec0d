import fc from 'fast-check'
import { expect } from 'vitest'
import type { Minimum } from '../../src/fit/problem.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { type Law, predict } from '../../src/laws/law.ts'

export const number = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

/** A number between two positive ones, as likely in one decade as in another. */
export const spread = (low: number, high: number): fc.Arbitrary<number> =>
  number(Math.log(low), Math.log(high)).map(Math.exp)

export const sign: fc.Arbitrary<number> = fc.constantFrom(-1, 1)

/** A ladder of 8 sizes, evenly spaced in ln x from `low` over `width`: any unit of x, and one to three decades. */
export type Ladder = { x: Float64Array; low: number; width: number }

export const ladders: fc.Arbitrary<Ladder> = fc.tuple(number(-7, 14), number(2.3, 7)).map(([low, width]) => ({
  x: Float64Array.from({ length: 8 }, (_, i) => Math.exp(low + (width * i) / 7)),
  low,
  width,
}))

/** The sizes of libraries that the routing law is measured at. */
export const routing = Float64Array.of(10, 20, 50, 100, 200, 500, 1141)

/** The parameters of a fit that must have converged. */
export function converged(fit: Minimum): number[] {
  if (fit.status !== 'converged') throw new Error(`the fit is ${fit.status}`)
  return [...fit.parameters]
}

/** The fitted parameters; throws where the fit has none. */
export function parametersOf(law: Law, x: Float64Array, y: Float64Array, start?: readonly number[]): number[] {
  return converged(fitLaw(law, x, y, start === undefined ? {} : { start: Float64Array.from(start) }))
}

/** Every number is the wanted one to `relative`, or to `relative` of `least` where the wanted one is smaller. */
export function expectClose(got: ArrayLike<number>, wanted: readonly number[], relative: number, least = 0): void {
  expect(got.length).toBe(wanted.length)
  for (const [j, value] of wanted.entries())
    expect(Math.abs(got[j]! - value), `parameter ${j}: ${got[j]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), least),
    )
}

/** Points without noise give the parameters back, from the law's own starts and from every start in `far`. */
export function expectRecovered(
  law: Law,
  x: Float64Array,
  theta: readonly number[],
  far: readonly (readonly number[])[],
  relative = 1e-6,
): void {
  const y = predict(law, x, Float64Array.from(theta))
  expectClose(parametersOf(law, x, y), theta, relative)
  for (const start of far) expectClose(parametersOf(law, x, y, start), theta, relative)
}

/** The Jacobian is the derivative of the values: differences of fourth order, to 1e-7 of the column's largest. */
export function expectDerivatives(law: Law, x: Float64Array, theta: readonly number[]): void {
  const n = x.length / law.inputs.length
  const p = theta.length
  const values = new Float64Array(n)
  const jacobian = new Float64Array(n * p)
  law.evaluate(x, Float64Array.from(theta), values, jacobian)
  for (let j = 0; j < p; j++) {
    const h = 1e-4 * (Math.abs(theta[j]!) || 1e-3)
    const difference = (step: number): Float64Array => {
      const at = (moved: number): Float64Array =>
        predict(
          law,
          x,
          Float64Array.from(theta, (value, k) => (k === j ? moved : value)),
        )
      const [up, down] = [theta[j]! + step, theta[j]! - step]
      const below = at(down)
      return at(up).map((value, i) => (value - below[i]!) / (up - down))
    }
    const half = difference(h / 2)
    const slopes = difference(h).map((value, i) => (4 * half[i]! - value) / 3)
    const largest = slopes.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
    const rounding = (1e-11 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)) / h
    for (let i = 0; i < n; i++)
      expect(
        Math.abs(jacobian[i * p + j]! - slopes[i]!),
        `${law.parameters[j]!.name} in row ${i + 1}: ${jacobian[i * p + j]} for ${slopes[i]}`,
      ).toBeLessThanOrEqual(1e-7 * largest + rounding)
  }
}

/** Small smooth deviations that no law follows, of the given size relative to the largest y. */
export function wiggle(y: Float64Array, size: number): Float64Array {
  const largest = y.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  return y.map((value, i) => value + size * largest * Math.sin(5 * i + 1))
}

export const times = (values: Float64Array, factor: number): Float64Array => values.map((value) => factor * value)
