import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorPower } from '../../src/laws/errorPower.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { power } from '../../src/laws/power.ts'
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

/** The larger error at the ends is `most`, and it changes by e^bends over the ladder. */
const shapes = fc.tuple(ladders, number(0.2, 0.95), number(0.3, 6), sign).map(([ladder, most, bends, falls]) => {
  const b = (falls * bends) / ladder.width
  const worst = falls > 0 ? ladder.low : ladder.low + ladder.width
  return { ...ladder, theta: [most * Math.exp(b * worst), b] as [number, number] }
})

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(errorPower, x, theta)))
})

test('parameters are recovered, whatever the unit of x, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, width, theta }) =>
      expectRecovered(errorPower, x, theta, [
        [1, 8 / width],
        [1, -8 / width],
        [7, 0.01 / width],
      ]),
    ),
  )
})

test('it is 1 minus a power law, and success reaches 1 in the limit', () => {
  const x = Float64Array.of(1, 10, 1000, 1e300)
  const values = predict(errorPower, x, Float64Array.of(0.7, 0.3))
  for (const [i, error] of predict(power, x, Float64Array.of(0.7, 0.3)).entries())
    expect(values[i]).toBeCloseTo(1 - error, 15)
  expect(values[3]).toBe(1)
})

test('the fit is that of the power law to the error', () => {
  fc.assert(
    fc.property(shapes, ({ x, theta }) => {
      const y = wiggle(predict(errorPower, x, Float64Array.from(theta)), 0.003)
      const error = y.map((value) => 1 - value)
      expectClose(parametersOf(errorPower, x, y), parametersOf(power, x, error), 1e-6)
    }),
  )
})

test('a change of the unit of x changes a alone', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(errorPower, x, Float64Array.from(theta)), 0.003)
      const [a, b] = parametersOf(errorPower, x, y) as [number, number]
      expectClose(parametersOf(errorPower, times(x, unit), y), [a * Math.exp(b * Math.log(unit)), b], 1e-6)
    }),
  )
})

test('success above 1 throughout leaves a at its bound', () => {
  const fit = fitLaw(errorPower, Float64Array.of(1, 2, 4, 8), Float64Array.of(1.1, 1.2, 1.1, 1.3))
  expect(fit.status === 'converged').toBe(false)
})
