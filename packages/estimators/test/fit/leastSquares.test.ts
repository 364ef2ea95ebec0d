import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { digits, nist } from '../fixtures/nist.ts'

test('Longley: nine certified digits in every coefficient', () => {
  const { rows, certified, residualSumOfSquares } = nist.Longley
  const design = Float64Array.from(rows.flatMap((row) => [1, ...row.slice(1)]))
  const y = Float64Array.from(rows, (row) => row[0]!)
  const { coefficients, residuals, sse } = leastSquares(design, y)
  for (const [j, value] of certified.entries()) expect(digits(coefficients[j]!, value)).toBeGreaterThan(9)
  expect(digits(sse, residualSumOfSquares)).toBeGreaterThan(9)
  expect(residuals.length).toBe(16)
})

test('data are left as they were', () => {
  const design = Float64Array.of(1, 1, 1, 2, 1, 3)
  const y = Float64Array.of(3, 5, 7)
  const { coefficients } = leastSquares(design, y)
  expect([...coefficients].map((c) => Math.round(c * 1e12) / 1e12)).toEqual([1, 2])
  expect([...design, ...y]).toEqual([1, 1, 1, 2, 1, 3, 3, 5, 7])
})

test('data that cannot determine the coefficients are refused, with what is needed', () => {
  expect(() => leastSquares(Float64Array.of(1, 2), Float64Array.of(1))).toThrow(
    '1 rows cannot determine 2 coefficients',
  )
  const twice = Float64Array.of(1, 2, 1, 2, 1, 2)
  expect(() => leastSquares(twice, Float64Array.of(1, 2, 3))).toThrow('column 2 of 2 is a combination')
  expect(() => leastSquares(Float64Array.of(1, 2, 3), Float64Array.of(1, 2))).toThrow('does not divide into 2 rows')
})
