import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hill } from '../../src/laws/hill.ts'
import { predict } from '../../src/laws/law.ts'
import { logistic } from '../../src/laws/logistic.ts'
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

/** The midpoint lies inside the ladder, in any place; the ceiling has any size and sign. */
const shapes = fc
  .tuple(ladders, number(0.1, 0.9), number(2, 15), sign, number(-5, 5), sign)
  .map(([ladder, place, bends, falls, size, up]) => ({
    ...ladder,
    theta: [up * Math.exp(size), (falls * bends) / ladder.width, ladder.low + place * ladder.width] as [
      number,
      number,
      number,
    ],
  }))
  .filter(({ theta }) => Math.abs(theta[2]) > 1e-3)

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(logistic, x, theta)))
})

test('parameters are recovered, whatever the units, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, low, width, theta }) => {
      const middle = low + 0.5 * width
      expectRecovered(
        logistic,
        x,
        theta,
        [
          [1, 0.3 * theta[1], middle],
          [1, 2 * theta[1], middle],
        ],
        1e-5,
      )
    }),
  )
})

test('it is a / 2 at e^m and goes from a to 0; with a = 1 it is the Hill law', () => {
  const x = Float64Array.of(1e-300, 1, 40, 1e5, 1e300)
  const values = predict(logistic, x, Float64Array.of(0.8, 0.9, Math.log(40)))
  expect(values[0]).toBe(0.8)
  expect(values[2]).toBeCloseTo(0.4, 15)
  expect(values[4]).toBeLessThan(1e-250)
  expect(predict(logistic, x, Float64Array.of(0.8, -0.9, Math.log(40)))[4]).toBe(0.8)
  const asHill = predict(hill, x, Float64Array.of(40, 0.9))
  for (const [i, value] of predict(logistic, x, Float64Array.of(1, 0.9, Math.log(40))).entries())
    expect(value).toBeCloseTo(asHill[i]!, 14)
})

test('a change of units of x or y changes the parameters as the equation says', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(logistic, x, Float64Array.from(theta)), 0.001)
      const [a, c, m] = parametersOf(logistic, x, y) as [number, number, number]
      expectClose(parametersOf(logistic, x, times(y, unit)), [unit * a, c, m], 1e-5)
      const stretched = parametersOf(logistic, times(x, unit), y)
      expectClose([stretched[0]!, stretched[1]!, stretched[2]! - Math.log(unit)], [a, c, m], 1e-4)
    }),
  )
})
