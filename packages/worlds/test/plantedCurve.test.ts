import { streamsOf } from '@lawbook/base'
import { hill, lawById, predict } from '@lawbook/estimators'
import { expect, test } from 'vitest'
import { nullLaw, plantedCurve } from '../src/index.ts'
import { mean, meanIs } from './means.ts'

const stream = streamsOf('plantedCurve.test')
const log = lawById('log')
const x = Float64Array.of(5, 20, 100, 500)
const theta = Float64Array.of(0.834, 0.042)

test('without noise the points lie on the law', () => {
  const curve = plantedCurve({ law: log, parameters: theta, x, sd: 0, stream: stream('exact') })
  expect(curve.y).toEqual(predict(log, x, theta))
  expect(curve.means).toEqual(curve.y)
  expect(curve.x).toBe(x)
})

test('noise has mean 0 and the standard deviation that is set, and leaves no correlation between points', () => {
  const sd = 0.03
  const noise = Array.from({ length: 2000 }, (_, draw) => {
    const { y, means } = plantedCurve({ law: log, parameters: theta, x, sd, stream: stream('noise', draw) })
    return y.map((value, k) => value - means[k]!)
  })
  for (const k of x.keys()) {
    const at = noise.map((errors) => errors[k]!)
    meanIs(at, 0, `mean at ${x[k]}`)
    meanIs(
      at.map((error) => error * error),
      sd * sd,
      `variance at ${x[k]}`,
    )
  }
  meanIs(
    noise.map((errors) => errors[0]! * errors[1]!),
    0,
    'covariance',
  )
})

test('the null of a law differs from it in the law alone: the same noise about a constant', () => {
  const curve = plantedCurve({ law: log, parameters: theta, x, sd: 0.1, stream: stream('null') })
  const level = mean(curve.means)
  const flat = plantedCurve({
    law: nullLaw(log),
    parameters: Float64Array.of(level),
    x,
    sd: 0.1,
    stream: stream('null'),
  })
  expect(flat.means).toEqual(new Float64Array(4).fill(level))
  for (const k of x.keys()) expect(flat.y[k]! - level).toBeCloseTo(curve.y[k]! - curve.means[k]!, 15)
})

test('the null of a law of two inputs has one value a point, derivatives 1 and no starts', () => {
  const two = nullLaw({ ...log, inputs: [log.inputs[0]!, { name: 'K', unit: 'steps', from: 1, to: 10 }] })
  expect(predict(two, Float64Array.of(5, 1, 20, 2, 100, 3), Float64Array.of(0.4))).toEqual(
    new Float64Array(3).fill(0.4),
  )
  const jacobian = new Float64Array(3)
  two.evaluate(Float64Array.of(5, 1, 20, 2, 100, 3), Float64Array.of(0.4), new Float64Array(3), jacobian)
  expect(jacobian).toEqual(new Float64Array(3).fill(1))
  expect(two.starts(x, x)).toEqual([])
})

test('what cannot be planted is refused with the reason', () => {
  const plant = (changes: Partial<Parameters<typeof plantedCurve>[0]>) => () =>
    plantedCurve({ law: log, parameters: theta, x, sd: 0.1, stream: stream('refused'), ...changes })
  expect(plant({ parameters: Float64Array.of(1) })).toThrow(/has 2 parameters and 1/)
  expect(plant({ x: new Float64Array(0) })).toThrow(/no points/)
  expect(plant({ x: Float64Array.of(5, 0) })).toThrow(/at N = 0; N must be in/)
  expect(plant({ x: Float64Array.of(Number.NaN) })).toThrow(/N = NaN/)
  expect(plant({ law: hill, parameters: Float64Array.of(-1, 1) })).toThrow(/kappa = -1/)
  expect(plant({ parameters: Float64Array.of(Number.NaN, 1) })).toThrow(/a = NaN/)
  expect(plant({ parameters: Float64Array.of(1e308, -1e308) })).toThrow(/is Infinity at point/)
  expect(plant({ sd: -1 })).toThrow(/sd = -1/)
  expect(plant({ sd: Number.NaN })).toThrow(/at least 0/)
})
