import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harmonic } from '../../src/laws/harmonic.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { expectClose, expectDerivatives, expectRecovered, number, parametersOf, routing, wiggle } from './promises.ts'

const at = (n: number, a: number, b: number): number => predict(harmonic, Float64Array.of(n), Float64Array.of(a, b))[0]!

test('at whole N it takes off the sum of 1/k up to N - 1, and nothing at N = 1', () => {
  let sum = 0
  for (let n = 1; n <= 2000; n++) {
    expect(at(n, 0.9, 0.06)).toBeCloseTo(0.9 - 0.06 * sum, 14)
    sum += 1 / n
  }
  expect(Math.abs(at(1, 0, 1))).toBeLessThan(1e-15)
})

test('between whole N it keeps the recurrence H(x) = H(x - 1) + 1 / x', () => {
  fc.assert(
    fc.property(number(1.001, 5000), (x) => {
      expect(at(x, 0, -1) + 1 / x).toBeCloseTo(at(x + 1, 0, -1), 12)
    }),
  )
})

test('it is the accuracy when the rivals that beat the right skill are spread as b / r', () => {
  const rivals = 300
  const b = 0.07
  const perfect = 0.4
  // A request that r of M rivals beat is answered right among N skills with probability C(M-r, N-1) / C(M, N-1).
  for (const n of [1, 2, 7, 60, 301]) {
    let accuracy = perfect
    for (let r = 1; r <= rivals; r++) {
      let right = 1
      for (let k = 0; k < n - 1; k++) right *= Math.max(0, rivals - r - k) / (rivals - k)
      accuracy += (b / r) * right
    }
    const harmonicSum = Array.from({ length: rivals }, (_, k) => 1 / (k + 1)).reduce((sum, value) => sum + value, 0)
    expect(at(n, perfect + b * harmonicSum, b)).toBeCloseTo(accuracy, 12)
  }
})

test('at large N it is the log law with the intercept a - b gamma', () => {
  const far = Float64Array.of(1e9, 1e15)
  const logarithmic = predict(log, far, Float64Array.of(0.9 - 0.06 * 0.5772156649015329, 0.06))
  for (const [i, value] of predict(harmonic, far, Float64Array.of(0.9, 0.06)).entries())
    expect(value).toBeCloseTo(logarithmic[i]!, 9)
})

test('parameters are recovered, and follow a change of the unit and origin of y', () => {
  const theta = fc.tuple(number(0.1, 3), number(0.01, 2))
  fc.assert(
    fc.property(theta, number(0.01, 100), (parameters, unit) => {
      expectDerivatives(harmonic, Float64Array.of(1, 1.4, 3, 50, 1e6), parameters)
      expectRecovered(harmonic, routing, parameters, [], 1e-11)
      const y = wiggle(predict(harmonic, routing, Float64Array.from(parameters)), 0.01)
      const [a, b] = parametersOf(harmonic, routing, y) as [number, number]
      const moved = y.map((value) => unit * value + 5)
      expectClose(parametersOf(harmonic, routing, moved), [unit * a + 5, unit * b], 1e-8)
    }),
  )
})
