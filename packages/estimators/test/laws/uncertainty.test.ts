import { expect, test } from 'vitest'
import { fitLaw } from '../../src/laws/fitLaw.ts'
import { hill } from '../../src/laws/hill.ts'
import { predict } from '../../src/laws/law.ts'
import { log } from '../../src/laws/log.ts'
import { uncertainty } from '../../src/laws/uncertainty.ts'

const x = Float64Array.of(10, 20, 50, 100, 200, 500)
const y = Float64Array.of(0.75, 0.7, 0.67, 0.63, 0.62, 0.56)

test('of a line they are the textbook ones, and unweighted is every weight alike', () => {
  const fit = fitLaw(log, x, y)
  if (fit.status !== 'converged') throw new Error(fit.status)
  const { standardErrors, residualError, df, covariance } = uncertainty(log, x, y, fit.parameters)
  const logs = [...x].map((value) => Math.log(value))
  const mean = logs.reduce((sum, value) => sum + value, 0) / 6
  const spread = logs.reduce((sum, value) => sum + (value - mean) * (value - mean), 0)
  const s = Math.sqrt(fit.sse / 4)
  expect(df).toBe(4)
  expect(residualError).toBeCloseTo(s, 14)
  expect(standardErrors[1]).toBeCloseTo(s / Math.sqrt(spread), 14)
  expect(standardErrors[0]).toBeCloseTo(s * Math.sqrt(1 / 6 + (mean * mean) / spread), 14)
  // y = a - b ln N: the covariance of a and b is positive
  expect(covariance[1]).toBeCloseTo((s * s * mean) / spread, 14)
  expect(covariance[2]).toBe(covariance[1])
  const same = uncertainty(log, x, y, fit.parameters, new Float64Array(6).fill(7))
  for (const j of [0, 1]) expect(same.standardErrors[j]).toBeCloseTo(standardErrors[j]!, 14)
})

test('the condition number is 1 for columns at right angles and grows as they close up', () => {
  // ln N of 1/e and e: columns (1, 1) and (1, -1)
  const apart = Float64Array.of(1 / Math.E, Math.E, 1 / Math.E, Math.E)
  const noisy = Float64Array.of(1, 2, 1.1, 2.1)
  expect(uncertainty(log, apart, noisy, Float64Array.of(1.5, -0.5)).condition).toBeCloseTo(1, 12)
  const close = Float64Array.of(1000, 1001, 1002)
  expect(uncertainty(log, close, Float64Array.of(1, 2, 1.5), Float64Array.of(1, 0)).condition).toBeGreaterThan(1e3)
})

test('too few points, and places where parameters are not determined, are refused', () => {
  const two = Float64Array.of(10, 20)
  expect(() => uncertainty(log, two, two, Float64Array.of(1, 0))).toThrow('2 points leave nothing')
  // far below the ladder a Hill curve is 0 everywhere
  const at = Float64Array.of(1e-20, 90)
  expect(() => uncertainty(hill, x, y, at)).toThrow('do not determine the parameters of the hill law')
  expect(predict(hill, x, at)[0]).toBe(0)
})
