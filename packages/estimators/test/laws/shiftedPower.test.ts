import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { predict } from '../../src/laws/law.ts'
import { power } from '../../src/laws/power.ts'
import { shiftedPower } from '../../src/laws/shiftedPower.ts'
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

const shapes = fc
  .tuple(ladders, number(0.1, 2.5), sign, number(0.1, 0.9), number(-3, 3))
  .map(([ladder, b, rises, place, size]) => {
    const s = Math.exp(ladder.low + place * ladder.width)
    const exponent = rises * b
    return { ...ladder, theta: [Math.exp(size + exponent * ladder.low), exponent, s] as [number, number, number] }
  })

const heldBy = (x: Float64Array, y: Float64Array): readonly number[] | string => {
  const fit = fitLaw(shiftedPower, x, y)
  return fit.status === 'bound-hit' ? fit.held : fit.status
}

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(shiftedPower, x, theta)))
})

test('parameters are recovered, whatever the unit of x, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, theta }) => {
      const s = theta[2]
      expectRecovered(
        shiftedPower,
        x,
        theta,
        [
          [1, 0.5 * theta[1], 0.05 * s],
          [1, 2 * theta[1], 20 * s],
        ],
        1e-5,
      )
    }),
  )
})

test('without a shift it is the power law; far below the shift it is flat', () => {
  const x = Float64Array.of(1, 10, 1000)
  expect(predict(shiftedPower, x, Float64Array.of(2, 0.3, 0))).toEqual(predict(power, x, Float64Array.of(2, 0.3)))
  const [one, ten] = predict(shiftedPower, x, Float64Array.of(2, 0.3, 1e9))
  expect(ten! / one!).toBeCloseTo(1, 7)
})

test('a power law that bends the other way ends on the bound s = 0, an exponential on the bound of b', () => {
  const x = Float64Array.of(1, 2, 5, 10, 20, 50)
  const convex = predict(power, x, Float64Array.of(0.9, 0.4)).map((value, i) => value + (i === 0 ? 0.05 : 0))
  expect(heldBy(x, convex)).toEqual([2])
  const exponential = x.map((value) => Math.exp(-value / 10))
  expect(heldBy(x, exponential)).toEqual([1])
})

test('a change of units of x or y changes the parameters as the equation says', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(shiftedPower, x, Float64Array.from(theta)), 1e-4)
      const [a, b, s] = parametersOf(shiftedPower, x, y) as [number, number, number]
      expectClose(parametersOf(shiftedPower, x, times(y, unit)), [unit * a, b, s], 1e-4)
      const stretched = parametersOf(shiftedPower, times(x, unit), y)
      expectClose(stretched, [a * Math.exp(b * Math.log(unit)), b, unit * s], 1e-4)
    }),
    { numRuns: 40 },
  )
})
