import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boltzmann } from '../../src/laws/boltzmann.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { expectDerivatives, expectRecovered, number, routing } from './promises.ts'

/** Half of the ceiling is reached between 6 and 22,000 skills. */
const shapes = fc.tuple(number(0.05, 0.99), number(0.08, 0.5))

test('derivatives', () => {
  fc.assert(fc.property(shapes, (theta) => expectDerivatives(boltzmann, Float64Array.of(1, 1.5, 2, 40, 1e4), theta)))
})

test('parameters are recovered from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, (theta) =>
      expectRecovered(boltzmann, routing, theta, [
        [1, 0.6],
        [0.1, -0.1],
        [0, 0.3],
      ]),
    ),
  )
})

test('it is the softmax probability of the right skill', () => {
  const margin = 0.13
  for (const n of [1, 2, 17, 500]) {
    const right = Math.exp(20 * (0.4 + margin))
    const all = right + (n - 1) * Math.exp(20 * 0.4)
    expect(predict(boltzmann, Float64Array.of(n), Float64Array.of(1, margin))[0]).toBeCloseTo(right / all, 14)
  }
})

test('it is a at N = 1, a / 2 at N = 1 + exp(20 d), a / N without a margin, and 0 in the limit', () => {
  const at = (n: number, a: number, d: number): number =>
    predict(boltzmann, Float64Array.of(n), Float64Array.of(a, d))[0]!
  expect(at(1, 0.7, 0.2)).toBe(0.7)
  expect(at(1 + Math.exp(4), 0.7, 0.2)).toBeCloseTo(0.35, 14)
  expect(at(50, 0.7, 0)).toBeCloseTo(0.7 / 50, 15)
  expect(at(1e300, 0.7, 0.2)).toBeLessThan(1e-290)
})

test('accuracies that would need more than every request end on the bound a = 1', () => {
  const y = predict(boltzmann, routing, Float64Array.of(1, 0.3)).map((value) => 1.2 * value)
  const fit = fitLaw(boltzmann, routing, y)
  expect(fit.status === 'bound-hit' && fit.held).toEqual([0])
  expect(fit.status === 'bound-hit' && fit.point[0]).toBe(1)
})

test('it is not defined below one skill', () => {
  expect(() => fitLaw(boltzmann, Float64Array.of(0.5, 2, 3), Float64Array.of(1, 0.9, 0.8))).toThrow('N = 0.5')
})
