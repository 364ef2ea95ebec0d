import fc from 'fast-check'
import { expect, test } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { close, design, w, y } from '../fixtures/linear.ts'
import { reaches } from '../golden/agreement.ts'
import { fit as golden } from '../golden/fit.ts'

test('ordinary and weighted coefficients and sums of squares are those of R', () => {
  reaches(golden, 'leastSquares', 14)
  const ordinary = leastSquares(design, y)
  const weighted = leastSquares(design, y, { weights: w })
  expect(ordinary.scaledResiduals).toEqual(ordinary.residuals)
  for (let i = 0; i < y.length; i++) {
    let residual = y[i]!
    for (let j = 0; j < 4; j++) residual -= design[i * 4 + j]! * weighted.coefficients[j]!
    expect(weighted.residuals[i]).toBeCloseTo(residual, 13)
    expect(weighted.scaledResiduals[i]).toBeCloseTo(Math.sqrt(w[i]!) * residual, 13)
  }
})

test('a weight of k is the row k times over', () => {
  const times = Int32Array.from(y, (_, i) => 1 + (i % 3))
  const rows = [...times].flatMap((k, i) => Array.from({ length: k }, () => i))
  const repeated = leastSquares(
    Float64Array.from(rows.flatMap((i) => [...design.subarray(4 * i, 4 * i + 4)])),
    Float64Array.from(rows, (i) => y[i]!),
  )
  const weighted = leastSquares(design, y, { weights: Float64Array.from(times) })
  close(weighted.coefficients, [...repeated.coefficients], 1e-14)
  close([weighted.sse], [repeated.sse], 1e-14)
})

test('with weights over 12 orders of magnitude every digit stays', () => {
  // y = 1 + x + noise, where the two heavy rows all but fix the line through (0, 1) and (1, 3)
  const points = Float64Array.of(1, 0, 1, 1, 1, 2)
  const { coefficients } = leastSquares(points, Float64Array.of(1, 3, 8), { weights: Float64Array.of(1e12, 1e12, 1) })
  // normal equations solved by hand: slope 2 + d, d = 3 w3 (2 w1 + w2) / (w1 w2 + 4 w1 w3 + w2 w3)
  const [a, b, c] = [1e12, 1e12, 1]
  const d = (3 * c * (2 * a + b)) / (a * b + 4 * a * c + b * c)
  expect((coefficients[1]! - 2) / d).toBeCloseTo(1, 3)
})

test('coefficients follow the units of y, of the columns and of the weights', () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true })
  const { coefficients } = leastSquares(design, y, { weights: w })
  fc.assert(
    fc.property(positive, positive, positive, (ofY, ofColumn, ofWeights) => {
      const scaled = leastSquares(
        design.map((x, at) => (at % 4 === 1 ? ofColumn * x : x)),
        y.map((value) => ofY * value),
        { weights: w.map((weight) => ofWeights * weight) },
      )
      const back = scaled.coefficients.map((c, j) => (j === 1 ? c * ofColumn : c) / ofY)
      close(back, [...coefficients], 1e-13)
    }),
  )
})

test('numbers that are no data are refused, with the place', () => {
  const line = Float64Array.of(1, 1, 1, 2, 1, 3)
  const three = Float64Array.of(1, 2, 3)
  const weighted =
    (...weights: number[]) =>
    () =>
      leastSquares(line, three, { weights: Float64Array.from(weights) })
  expect(weighted(1, 0, 1)).toThrow('the weight of row 2 is 0')
  expect(weighted(1, 1, Number.POSITIVE_INFINITY)).toThrow(expect.objectContaining({ code: 'LB_DOMAIN' }))
  expect(weighted(1, 1)).toThrow('3 rows came with 2 weights')
  expect(() => leastSquares(line, Float64Array.of(1, Number.NaN, 3))).toThrow('y is NaN in row 2')
  expect(() => leastSquares(Float64Array.of(1, 1, 1, 2, 1, Number.NaN), three)).toThrow('column 2 of the design is NaN')
  expect(() => leastSquares(Float64Array.of(1e200, 2e200, 4e200), three)).toThrow('squares of the design overflow')
  expect(() => leastSquares(line, Float64Array.of(1e200, -1e200, 1e200))).toThrow('the sum of squares is')
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
