import fc from 'fast-check'
import { expect, test } from 'vitest'
import { digitsNeeded, roundingEffect } from '../../src/compare/rounding.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { pipeline } from '../../src/laws/pipeline.ts'
import { power } from '../../src/laws/power.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'

const x = Float64Array.of(1, 10, 100, 1000)
const printed = { law: log, x, parameters: Float64Array.of(0.83449, 0.041963) }

test('both agree with signif of R', () => {
  reaches(compare, 'roundingEffect', 6.5)
  reaches(compare, 'digitsNeeded', 14)
})

test('the largest change of a prediction', () => {
  // 0.83 - 0.83449 at N = 1; at N = 1000 that and -(0.042 - 0.041963) ln 1000.
  expect(roundingEffect({ ...printed, digits: 2 })).toBeCloseTo(0.00449 + 0.000037 * Math.log(1000), 14)
  expect(roundingEffect({ ...printed, x: x.slice().reverse(), digits: 2 })).toBe(
    roundingEffect({ ...printed, digits: 2 }),
  )
  expect(roundingEffect({ ...printed, digits: 5 })).toBe(0)
  expect(roundingEffect({ ...printed, digits: 17 })).toBe(0)
})

test('a power of a large number needs more digits than its exponent suggests', () => {
  const loss = { law: power, x: Float64Array.of(1e12), parameters: Float64Array.of(410.3, 0.34467) }
  expect(roundingEffect({ ...loss, digits: 2 }) / predict(power, loss.x, loss.parameters)[0]!).toBeGreaterThan(0.13)
  expect(roundingEffect({ ...loss, digits: 5 })).toBe(0)
})

test('negative parameters are rounded like positive ones, and halves away from 0', () => {
  const at = (b: number): number =>
    roundingEffect({ law: log, x: Float64Array.of(Math.E), parameters: Float64Array.of(0, b), digits: 2 })
  expect(at(0.1252)).toBeCloseTo(at(-0.1252), 15)
  // 0.125 is a half in binary too.
  expect(at(0.125)).toBeCloseTo(0.005, 15)
  const upward = predict(log, Float64Array.of(Math.E), Float64Array.of(0, 0.13))[0]!
  expect(at(0.125)).toBeCloseTo(-upward - 0.125, 15)
})

test('the digits needed: enough there, and not with one digit less', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.6, max: 1, noNaN: true }),
      fc.double({ min: 0.01, max: 0.1, noNaN: true }),
      fc.double({ min: 0.5, max: 3, noNaN: true }),
      fc.integer({ min: 1, max: 12 }),
      (a, b, gamma, places) => {
        const law = {
          law: pipeline,
          x: Float64Array.of(10, 2, 100, 3, 50, 1),
          parameters: Float64Array.of(a, b, gamma),
        }
        const tolerance = 1 / Number(`1e${places}`)
        const digits = digitsNeeded({ ...law, tolerance })
        for (let more = digits; more <= 17; more++)
          expect(roundingEffect({ ...law, digits: more })).toBeLessThan(tolerance)
        if (digits > 1) expect(roundingEffect({ ...law, digits: digits - 1 })).toBeGreaterThanOrEqual(tolerance)
      },
    ),
  )
  expect(digitsNeeded({ ...printed, tolerance: 0.006 })).toBe(2)
  expect(digitsNeeded({ ...printed, tolerance: 10 })).toBe(1)
  expect(digitsNeeded({ ...printed, tolerance: 1e-300 })).toBe(5)
})

test('one digit more may by chance do worse: the number needed is one from which on all do', () => {
  // At ln N = 1 the law is a - b: 0.9 - 0.4 is off by 0.002, 0.94 - 0.45 by 0.008.
  const law = { law: log, x: Float64Array.of(Math.E), parameters: Float64Array.of(0.944, 0.446) }
  expect(roundingEffect({ ...law, digits: 1 })).toBeCloseTo(0.002, 14)
  expect(roundingEffect({ ...law, digits: 2 })).toBeCloseTo(0.008, 14)
  expect(digitsNeeded({ ...law, tolerance: 0.005 })).toBe(3)
})

test('arguments out of range are refused', () => {
  for (const digits of [0, 18, 2.5, Number.NaN])
    expect(() => roundingEffect({ ...printed, digits })).toThrow(`cannot round to ${digits} significant digits`)
  expect(() => roundingEffect({ ...printed, x: new Float64Array(0), digits: 3 })).toThrow('0 values of x')
  expect(() => roundingEffect({ ...printed, law: pipeline, x: Float64Array.of(1, 2, 3), digits: 3 })).toThrow(
    '3 values of x are no rows of 2',
  )
  expect(() => roundingEffect({ ...printed, parameters: Float64Array.of(1), digits: 3 })).toThrow('1 parameters came')
  expect(() => roundingEffect({ ...printed, parameters: Float64Array.of(1, Number.NaN), digits: 3 })).toThrow(
    'the parameter b is NaN',
  )
  expect(() => roundingEffect({ ...printed, x: Float64Array.of(Number.NaN), digits: 3 })).toThrow('in row 1 of x')
  for (const tolerance of [0, -1, Number.NaN])
    expect(() => digitsNeeded({ ...printed, tolerance })).toThrow(`below ${tolerance}`)
})
