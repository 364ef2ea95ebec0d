import { expect, test } from 'vitest'
import { forecastBias } from '../../src/compare/forecastBias.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'

const onLine = (...sizes: number[]) => {
  const x = Float64Array.from(sizes)
  return { x, y: predict(log, x, Float64Array.of(0.834, 0.042)) }
}
const train = onLine(10, 20, 50, 100)
const ahead = onLine(500, 1000)

test('forecastBias agrees with R', () => reaches(compare, 'forecastBias', 12))

test('the true law forecasts without bias; one that bends lies above the line', () => {
  expect(forecastBias({ law: log, train, ahead })).toBeCloseTo(0, 12)
  expect(forecastBias({ law: power, train, ahead })).toBeGreaterThan(0.004)
})

test('the bias is predicted minus measured, and errors of opposite sign cancel', () => {
  const moved = (...by: number[]) => ({ x: ahead.x, y: ahead.y.map((value, k) => value + by[k]!) })
  expect(forecastBias({ law: log, train, ahead: moved(-0.03, -0.01) })).toBeCloseTo(0.02, 12)
  expect(forecastBias({ law: log, train, ahead: moved(0.03, 0.01) })).toBeCloseTo(-0.02, 12)
  expect(forecastBias({ law: log, train, ahead: moved(0.03, -0.03) })).toBeCloseTo(0, 12)
})

test('a point that is not known is refused, and so are points without their x', () => {
  const unknown = { x: ahead.x, y: Float64Array.of(Number.NaN, 0.5) }
  expect(() => forecastBias({ law: log, train, ahead: unknown })).toThrow('leave missing points out')
  expect(() => forecastBias({ law: log, train, ahead: { ...ahead, y: ahead.y.slice(1) } })).toThrow('needs 1 x a point')
})

test('points inside the training range, or none, are refused', () => {
  expect(() => forecastBias({ law: log, train, ahead: onLine(100, 500) })).toThrow('cannot forecast at x = 100')
  expect(() => forecastBias({ law: log, train, ahead: onLine() })).toThrow('give at least one')
})
