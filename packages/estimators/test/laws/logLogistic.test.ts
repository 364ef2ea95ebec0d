import fc from 'fast-check'
import { expect, test } from 'vitest'
import { predict } from '../../src/laws/law.ts'
import { logistic } from '../../src/laws/logistic.ts'
import { logLogistic } from '../../src/laws/logLogistic.ts'
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

/** The midpoint lies well inside the ladder, so that the points show both levels. */
const shapes = fc
  .tuple(ladders, number(0.3, 0.7), number(5, 15), number(0.1, 1), sign, number(0.1, 1), sign)
  .map(([ladder, place, bends, level, below, height, falls]) => ({
    ...ladder,
    theta: [below * level, falls * height, Math.exp(ladder.low + place * ladder.width), bends / ladder.width] as [
      number,
      number,
      number,
      number,
    ],
  }))

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(logLogistic, x, theta)))
})

test('parameters are recovered, whatever the units, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, low, width, theta }) => {
      const middle = Math.exp(low + 0.5 * width)
      expectRecovered(
        logLogistic,
        x,
        theta,
        [
          [1, 1, middle, 0.4 * theta[3]],
          [1, 1, middle, 1.8 * theta[3]],
        ],
        1e-5,
      )
    }),
  )
})

test('it goes from d + h at x = 0 through d + h / 2 at m to d', () => {
  const x = Float64Array.of(0, 35, 1e300)
  const theta = Float64Array.of(0.6, -0.5, 35, 2)
  const values = new Float64Array(3)
  const jacobian = new Float64Array(12)
  logLogistic.evaluate(x, theta, values, jacobian)
  expect(values[0]).toBeCloseTo(0.1, 15)
  expect(values[1]).toBeCloseTo(0.35, 15)
  expect(values[2]).toBe(0.6)
  expect([...jacobian].every(Number.isFinite)).toBe(true)
})

test('without the level d it is the logistic law', () => {
  const x = Float64Array.of(1, 40, 1e5)
  const asLogistic = predict(logistic, x, Float64Array.of(0.7, 1.3, Math.log(40)))
  for (const [i, value] of predict(logLogistic, x, Float64Array.of(0, 0.7, 40, 1.3)).entries())
    expect(value).toBeCloseTo(asLogistic[i]!, 14)
})

test('a change of the unit of x, or of unit and origin of y, changes the parameters as the equation says', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(logLogistic, x, Float64Array.from(theta)), 0.001)
      const [d, h, m, g] = parametersOf(logLogistic, x, y) as [number, number, number, number]
      const moved = parametersOf(
        logLogistic,
        x,
        y.map((value) => unit * (value + 3)),
      )
      expectClose(moved, [unit * (d + 3), unit * h, m, g], 1e-4)
      expectClose(parametersOf(logLogistic, times(x, unit), y), [d, h, unit * m, g], 1e-4)
    }),
  )
})
