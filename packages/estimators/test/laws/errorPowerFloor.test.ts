import fc from 'fast-check'
import { expect, test } from 'vitest'
import { errorPower } from '../../src/laws/errorPower.ts'
import { errorPowerFloor } from '../../src/laws/errorPowerFloor.ts'
import { fitLaw } from '../../src/laws/fitLaw.ts'
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

/** A floor e, and above it an error of at most `most` that changes by e^bends over the ladder. */
const shapes = fc
  .tuple(ladders, number(0.02, 0.5), number(0.1, 0.5), number(0.7, 8), sign)
  .map(([ladder, e, most, bends, falls]) => {
    const b = (falls * bends) / ladder.width
    const worst = falls > 0 ? ladder.low : ladder.low + ladder.width
    return { ...ladder, theta: [e, most * Math.exp(b * worst), b] as [number, number, number] }
  })

test('derivatives', () => {
  fc.assert(fc.property(shapes, ({ x, theta }) => expectDerivatives(errorPowerFloor, x, theta)))
})

test('parameters are recovered, whatever the unit of x, from its own starts and far ones', () => {
  fc.assert(
    fc.property(shapes, ({ x, theta }) =>
      expectRecovered(errorPowerFloor, x, theta, [
        [0.9, 1, 3 * theta[2]],
        [0, 5, 0.1 * theta[2]],
      ]),
    ),
  )
})

test('without a floor it is the power law of the error; success tends to 1 - e', () => {
  const x = Float64Array.of(1, 10, 1000, 1e300)
  expect(predict(errorPowerFloor, x, Float64Array.of(0, 0.7, 0.3))).toEqual(
    predict(errorPower, x, Float64Array.of(0.7, 0.3)),
  )
  expect(predict(errorPowerFloor, x, Float64Array.of(0.2, 0.7, 0.3))[3]).toBeCloseTo(0.8, 15)
})

test('data that would need a negative floor end on the bound e = 0', () => {
  const x = Float64Array.of(1, 2, 4, 8, 16, 32)
  // The error goes below that of a power: a floor of -0.1.
  const y = x.map((value) => 1.1 - 0.8 * Math.exp(-0.3 * Math.log(value)))
  const fit = fitLaw(errorPowerFloor, x, y)
  expect(fit.status === 'bound-hit' && fit.held).toEqual([0])
  expect(fit.status === 'bound-hit' && fit.point[0]).toBe(0)
})

test('a change of the unit of x changes a alone', () => {
  fc.assert(
    fc.property(shapes, number(0.01, 100), ({ x, theta }, unit) => {
      const y = wiggle(predict(errorPowerFloor, x, Float64Array.from(theta)), 1e-4)
      const [e, a, b] = parametersOf(errorPowerFloor, x, y) as [number, number, number]
      const stretched = parametersOf(errorPowerFloor, times(x, unit), y)
      expectClose(stretched, [e, a * Math.exp(b * Math.log(unit)), b], 1e-5)
    }),
  )
})
