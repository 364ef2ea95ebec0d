import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { classicalErrors } from '../../src/interval/classicalErrors.ts'
import { design, y } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('covariance and standard errors are those of R, ordinary and weighted', () => {
  reaches(interval, 'classicalErrors', 14)
  const ordinary = classicalErrors(leastSquares(design, y))
  expect(ordinary.se[1]).toBe(Math.sqrt(ordinary.covariance[5]!))
  expect([...ordinary.df]).toEqual([32, 32, 32, 32])
})

test('as many rows as columns leave nothing to estimate an error from', () => {
  const fit = leastSquares(Float64Array.of(1, 1, 1, 2), Float64Array.of(1, 2))
  expect(() => classicalErrors(fit)).toThrow('2 rows leave no residual for 2 coefficients')
})
