import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exponentiatedPower } from '../../src/laws/exponentiatedPower.ts'
import { predict } from '../../src/laws/law.ts'
import {
  expectClose,
  expectDerivatives,
  expectRecovered,
  ladders,
  number,
  parametersOf,
  sign,
  times,
  wiggle,
} from './promises.ts'

/** 1/2 is reached inside the ladder or a little outside. */
const shapes = fc.tuple(ladders, number(-0.2, 1.2), number(0.3, 4), sign).map(([ladder, place, bends, rises]) => {
  const b = (rises * bends) / ladder.width
  return { ...ladder, theta: [Math.LN2 * Math.exp(b * (ladder.low + place * ladder.width)), b] as [number, number] }
})

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(exponentiatedPower, x, theta)))
})

test('parameters are recovered, whatever the unit of x, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, low, width, theta }) => {
      const steep = 2.5 * theta[1]
      const flat = 0.2 * theta[1]
      const middle = low + 0.5 * width
      const far = [steep, flat].map((b) => [Math.LN2 * Math.exp(b * middle), b])
      expectRecovered(exponentiatedPower, x, theta, far)
    }),
  )
})

test('it stays between its limits 0 and 1, and its log is a power', () => {
  const theta = Float64Array.of(1.7, 0.2)
  const k = Float64Array.of(1e-300, 1, 2, 250, 1e300)
  const values = predict(exponentiatedPower, k, theta)
  expect(values[0]).toBe(0)
  expect(values[1]).toBeCloseTo(Math.exp(-1.7), 15)
  expect(values[2]).toBeCloseTo(Math.exp(-1.7 * Math.exp(-0.2 * Math.LN2)), 15)
  expect(values[4]).toBe(1)
  expect(predict(exponentiatedPower, k, Float64Array.of(1.7, -2))[4]).toBe(0)
  const jacobian = new Float64Array(10)
  exponentiatedPower.evaluate(k, Float64Array.of(1.7, -2), values, jacobian)
  expect([...jacobian].every(Number.isFinite)).toBe(true)
})

test('a change of the unit of x changes a alone', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(exponentiatedPower, x, Float64Array.from(theta)), 0.003)
      const [a, b] = parametersOf(exponentiatedPower, x, y) as [number, number]
      const stretched = parametersOf(exponentiatedPower, times(x, unit), y)
      expectClose(stretched, [a * Math.exp(b * Math.log(unit)), b], 1e-5)
    }),
  )
})
