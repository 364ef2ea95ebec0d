import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add, arctan, byDuals, cos, divide, exp, ln, multiply, power, sin, subtract } from '../../src/fit/dual.ts'

const evaluate = byDuals(
  ([x, k], [a, b, c]) =>
    add(
      multiply(a!, exp(multiply(-x!, b!))),
      divide(sin(multiply(c!, x!)), add(2, cos(b!))),
      subtract(arctan(multiply(a!, c!)), ln(add(b!, 3))),
      power(add(c!, 4), divide(b!, k!)),
    ),
  2,
)

test('values and slopes of a model with every operation agree with the formula and with central differences', () => {
  const at = (x: number, k: number, [a, b, c]: number[]): number =>
    a! * Math.exp(-x * b!) +
    Math.sin(c! * x) / (2 + Math.cos(b!)) +
    Math.atan(a! * c!) -
    Math.log(b! + 3) +
    Math.exp((b! / k) * Math.log(c! + 4))
  const number = fc.double({ min: -2, max: 2, noNaN: true })
  fc.assert(
    fc.property(fc.tuple(number, number, number), number, fc.double({ min: 1, max: 3, noNaN: true }), (theta, x, k) => {
      const [values, jacobian] = [new Float64Array(1), new Float64Array(3)]
      evaluate(Float64Array.of(x, k), Float64Array.from(theta), values, jacobian)
      expect(values[0]).toBeCloseTo(at(x, k, theta), 12)
      for (const j of theta.keys()) {
        const h = 1e-5
        const shifted = (by: number): number =>
          at(
            x,
            k,
            theta.map((value, i) => (i === j ? value + by : value)),
          )
        expect(jacobian[j]).toBeCloseTo((shifted(h) - shifted(-h)) / (2 * h), 6)
      }
    }),
  )
})

test('plain numbers are constants', () => {
  const [values, jacobian] = [new Float64Array(2), new Float64Array(2)]
  byDuals(([x]) => multiply(x!, 3))(Float64Array.of(1, 2), Float64Array.of(7), values, jacobian)
  expect([...values, ...jacobian]).toEqual([3, 6, 0, 0])
})
