import fc from 'fast-check'
import { expect } from 'vitest'
import { derivative } from '../../src/compare/derivative.ts'
import type { Minimum } from '../../src/fit/problem.ts'
import { type Law, predict } from '../../src/laws/law.ts'

/** A number between two positive ones, as likely in one decade as in another. */
export const spread = (low: number, high: number): fc.Arbitrary<number> =>
  fc.double({ min: Math.log(low), max: Math.log(high), noNaN: true }).map(Math.exp)

/** A number between two. */
export const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true })

/** The parameters of a fit that must have converged. */
export function converged(fit: Minimum): readonly number[] {
  if (fit.status !== 'converged') throw new Error(`the fit is ${fit.status}`)
  return [...fit.parameters]
}

/** Every number is the wanted one to `relative`, or to `relative` of 0.001 where the wanted one is smaller. */
export function expectClose(got: ArrayLike<number>, wanted: readonly number[], relative: number): void {
  expect(got.length).toBe(wanted.length)
  for (const [j, value] of wanted.entries())
    expect(Math.abs(got[j]! - value), `number ${j + 1}: ${got[j]} for ${value}`).toBeLessThanOrEqual(
      relative * Math.max(Math.abs(value), 1e-3),
    )
}

/** The law's Jacobian is the derivative of its values by each parameter (all above 0), taken by differences in its log. */
export function expectJacobian(law: Law, x: Float64Array, theta: readonly number[]): void {
  const p = theta.length
  const n = x.length / law.inputs.length
  const values = new Float64Array(n)
  const jacobian = new Float64Array(n * p)
  law.evaluate(x, Float64Array.from(theta), values, jacobian)
  for (const [j, at] of theta.entries())
    for (let i = 0; i < n; i++) {
      const row = x.subarray(i * law.inputs.length, (i + 1) * law.inputs.length)
      const moved = Float64Array.from(theta)
      const along = derivative(
        (s) => {
          moved[j] = at * Math.exp(s)
          return predict(law, row, moved)[0]!
        },
        0,
        Number.NEGATIVE_INFINITY,
        Number.POSITIVE_INFINITY,
      )
      const got = jacobian[i * p + j]! * at
      expect(
        Math.abs(got - along.value),
        `row ${i + 1} by ln ${law.parameters[j]!.name}: ${got} for ${along.value}`,
      ).toBeLessThanOrEqual(1e-9 * (Math.abs(along.value) + Math.abs(values[i]!)))
    }
}
