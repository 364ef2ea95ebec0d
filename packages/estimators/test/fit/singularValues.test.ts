import { expect, test } from 'vitest'
import { singularValues } from '../../src/fit/singularValues.ts'

test('of the Hilbert matrix of order 4, to all digits, the smallest included', () => {
  const hilbert = Float64Array.from({ length: 16 }, (_, k) => 1 / (Math.floor(k / 4) + (k % 4) + 1))
  const values = [...singularValues(hilbert, 4, 4)].sort((a, b) => b - a)
  // Known to 16 digits (the condition number of this matrix is 15513.738738929).
  expect(values[0]! / values[3]!).toBeCloseTo(15513.738738929, 5)
  expect(values.reduce((product, value) => product * value, 1)).toBeCloseTo(1 / 6048000, 15)
})

test('of a rotation they are 1; dependent columns have a zero', () => {
  const [c, s] = [Math.cos(1), Math.sin(1)]
  for (const value of singularValues(Float64Array.of(c, -s, s, c), 2, 2)) expect(value).toBeCloseTo(1, 14)
  expect(Math.min(...singularValues(Float64Array.of(1, 2, 2, 4, 3, 6), 3, 2))).toBeCloseTo(0, 14)
})
