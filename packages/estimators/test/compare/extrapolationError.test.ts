import { expect, test } from 'vitest'
import { extrapolationError } from '../../src/compare/extrapolationError.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'

const x = Float64Array.of(10, 20, 50, 100, 500, 1000)
const onLine = predict(log, x, Float64Array.of(0.834, 0.042))

test('the true law extrapolates without error, another one does not', () => {
  const ask = { x, y: onLine, trainUpTo: 100, at: [500, 1000] }
  expect(extrapolationError({ law: log, ...ask })).toBeCloseTo(0, 12)
  expect(extrapolationError({ law: power, ...ask })).toBeGreaterThan(0.004)
})

test('the error is the mean absolute one at the sizes asked for, and no fit has seen them', () => {
  const y = onLine.slice()
  y[4]! += 0.03
  y[5]! -= 0.01
  expect(extrapolationError({ law: log, x, y, trainUpTo: 100, at: [500, 1000] })).toBeCloseTo(0.02, 12)
  expect(extrapolationError({ law: log, x, y, trainUpTo: 100, at: Float64Array.of(1000) })).toBeCloseTo(0.01, 12)
})

test('sizes inside the training range or absent are refused', () => {
  const ask = { law: log, x, y: onLine, trainUpTo: 100 }
  expect(() => extrapolationError({ ...ask, at: [50] })).toThrow('cannot test at x = 50')
  expect(() => extrapolationError({ ...ask, at: [700] })).toThrow('cannot test at x = 700')
  expect(() => extrapolationError({ ...ask, at: [] })).toThrow('give at least one')
})
