import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { leverages } from '../../src/fit/leverages.ts'
import { design, y } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { fit as golden } from '../golden/fit.ts'

test('leverages are those of R, ordinary and weighted, and sum to p', () => {
  reaches(golden, 'leverages', 14)
  const ordinary = leverages(leastSquares(design, y))
  expect(ordinary.reduce((sum, h) => sum + h, 0)).toBeCloseTo(4, 13)
})

test('a row that alone determines a coefficient has leverage 1', () => {
  const lone = Float64Array.of(1, 0, 1, 0, 1, 1)
  expect(leverages(leastSquares(lone, Float64Array.of(1, 2, 9)))[2]).toBeCloseTo(1, 14)
})
