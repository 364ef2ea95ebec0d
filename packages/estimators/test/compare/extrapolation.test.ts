import { expect, test } from 'vitest'
import { extrapolation } from '../../src/compare/extrapolation.ts'
import { forecastBias } from '../../src/compare/forecastBias.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { power } from '../../src/laws/power.ts'
import { reaches } from '../golden/agreement.ts'
import { compare } from '../golden/compare.ts'
import { nearLine, plane, shallow } from './curves.ts'

const ladder = [10, 20, 50, 100, 500, 1000]

test('extrapolation agrees with R', () => reaches(compare, 'extrapolation', 13))

test('the true law is right beyond, and a moved point is off by what it was moved', () => {
  const points = nearLine(ladder, [0, 0, 0, 0, 0.03, -0.01])
  const got = extrapolation({ law: log, points, from: 100 })
  expect(got).toMatchObject({ status: 'converged', fitted: 4, from: 100, to: 1000 })
  expect(got.errors![0]).toBeCloseTo(-0.03, 12)
  expect(got.errors![1]).toBeCloseTo(0.01, 12)
  expect(got.error!.signed).toBeCloseTo(-0.01, 12)
  expect(got.error!.absolute).toBeCloseTo(0.02, 12)
  expect(got.error!.rms).toBeCloseTo(Math.sqrt(0.0005), 12)
})

test('a law that bends lies above the line, as forecastBias has it; the order of the points does not matter', () => {
  const points = nearLine(ladder, [0.003, -0.002, 0, 0.001])
  const got = extrapolation({ law: power, points, from: 100 })
  const part = (from: number, to: number) => ({ x: points.x.slice(from, to), y: points.y.slice(from, to) })
  expect(got.error!.signed).toBeCloseTo(forecastBias({ law: power, train: part(0, 4), ahead: part(4, 6) })!, 12)
  const turned = { x: points.x.slice().reverse(), y: points.y.slice().reverse() }
  const back = extrapolation({ law: power, points: turned, from: 100 })
  expect([...back.errors!].reverse().map((error, i) => Math.abs(error - got.errors![i]!) < 1e-9)).toEqual([true, true])
})

test('the cut is in the first input, and need not be a size', () => {
  const x = Float64Array.of(10, 5, 20, 1, 50, 3, 70, 9, 500, 2)
  const y = predict(plane, x, Float64Array.of(1, -0.1, 0.03))
  y[4]! += 0.2
  const got = extrapolation({ law: plane, points: { x, y }, from: 99.5 })
  expect(got).toMatchObject({ fitted: 4, from: 99.5, to: 500 })
  expect(got.errors![0]).toBeCloseTo(-0.2, 10)
})

test('weights hold in the fit and not in the errors', () => {
  const points = nearLine([10, 20, 50, 100, 500, 500], [0, 0.2, 0, 0, 0.1, 0.3])
  const weights = Float64Array.of(1, 1e-10, 1, 1, 1, 100)
  expect(extrapolation({ law: log, points: { ...points, weights }, from: 100 }).error!.signed).toBeCloseTo(-0.2, 6)
})

test('without a prediction there is no error; a bound is predicted from', () => {
  const few = extrapolation({ law: log, points: nearLine([10, 10, 500]), from: 100 })
  expect(few).toEqual({ status: 'singular', fitted: 2, from: 100, to: 500, errors: null, error: null })
  const points = { x: Float64Array.of(1, 10, 100), y: Float64Array.of(1, 0.1, 0.01) }
  const steep = extrapolation({ law: shallow, points, from: 10 })
  const a = (1 + 0.1 * Math.sqrt(0.1)) / 1.1
  expect(steep.status).toBe('bound-hit')
  expect(steep.errors![0]).toBeCloseTo(a / 10 - 0.01, 9)
})

test('a cut with nothing on one side is refused', () => {
  const points = nearLine(ladder)
  expect(() => extrapolation({ law: log, points, from: 1000 })).toThrow('no point lies beyond 1000: the largest of 6')
  expect(() => extrapolation({ law: log, points, from: 5 })).toThrow('no point lies up to 5')
  expect(() => extrapolation({ law: log, points, from: Number.NaN })).toThrow('no point lies beyond NaN')
  expect(() => extrapolation({ law: plane, points, from: 5 })).toThrow('give 2 a point')
})
