import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predict } from '../../src/laws/law.ts'
import { logistic } from '../../src/laws/logistic.ts'
import { saturating } from '../../src/laws/saturating.ts'
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

/** Half of the amplitude is reached inside the ladder; the amplitude has any size and sign. */
const shapes = fc
  .tuple(ladders, number(0.1, 0.9), number(2, 15), number(-5, 5), sign)
  .map(([ladder, place, bends, size, up]) => ({
    ...ladder,
    theta: [up * Math.exp(size), Math.exp(ladder.low + place * ladder.width), bends / ladder.width] as [
      number,
      number,
      number,
    ],
  }))

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(saturating, x, theta)))
})

test('parameters are recovered, whatever the units, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, low, width, theta }) => {
      const middle = Math.exp(low + 0.5 * width)
      expectRecovered(
        saturating,
        x,
        theta,
        [
          [1, middle, 0.3 * theta[2]],
          [1, middle, 2 * theta[2]],
        ],
        1e-5,
      )
    }),
  )
})

test('it is 0 at x = 0, a / 2 at k and a in the limit; g = 1 is Michaelis and Menten', () => {
  const x = Float64Array.of(0, 30, 90, 1e300)
  const values = new Float64Array(4)
  const jacobian = new Float64Array(12)
  saturating.evaluate(x, Float64Array.of(0.8, 30, 1), values, jacobian)
  expect(values[0]).toBe(0)
  expect(values[1]).toBeCloseTo(0.4, 15)
  expect(values[2]).toBeCloseTo((0.8 * 90) / 120, 15)
  expect(values[3]).toBe(0.8)
  expect([...jacobian].every(Number.isFinite)).toBe(true)
})

test('it is the rising logistic law in other letters', () => {
  const x = Float64Array.of(1, 40, 1e5)
  const asLogistic = predict(logistic, x, Float64Array.of(0.7, -1.3, Math.log(40)))
  for (const [i, value] of predict(saturating, x, Float64Array.of(0.7, 40, 1.3)).entries())
    expect(value).toBeCloseTo(asLogistic[i]!, 14)
})

test('a change of units of x or y changes the parameters as the equation says', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(saturating, x, Float64Array.from(theta)), 0.001)
      const [a, k, g] = parametersOf(saturating, x, y) as [number, number, number]
      expectClose(parametersOf(saturating, times(x, unit), times(y, 1 / unit)), [a / unit, unit * k, g], 1e-4)
    }),
  )
})
