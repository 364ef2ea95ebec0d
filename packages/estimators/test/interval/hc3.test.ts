import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { hc3 } from '../../src/interval/hc3.ts'
import { design, y } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { interval } from '../golden/interval.ts'

test('the covariance is that of sandwich in R, ordinary and weighted', () => {
  const { covariance, se, df } = hc3(leastSquares(design, y))
  reaches(interval, 'hc3', 13)
  expect(se[2]).toBe(Math.sqrt(covariance[10]!))
  expect(df[0]).toBe(32)
})

test('a row of leverage 1, or no row to spare, has no error to be seen', () => {
  const lone = leastSquares(Float64Array.of(1, 0, 1, 0, 1, 1), Float64Array.of(1, 2, 9))
  expect(() => hc3(lone)).toThrow('row 3 has leverage 1')
  expect(() => hc3(leastSquares(Float64Array.of(1, 1, 1, 2), Float64Array.of(1, 2)))).toThrow('leave no residual')
})
