import fc from 'fast-check'
import { expect, test } from 'vitest'
import { participationRatio, participationRatioOfMatrix } from '../../src/share/participationRatio.ts'
import { reaches } from '../golden/agreement.ts'
import { share } from '../golden/share.ts'

test("from eigenvalues and from the matrix alike, with R's eigenvalues", () => {
  reaches(share, 'participationRatio', 13.5)
  reaches(share, 'participationRatioOfMatrix', 13.5)
})

test('m for equal eigenvalues, 1 for a single one, and between for correlation rho of all pairs', () => {
  expect(participationRatio(Float64Array.of(3, 3, 3, 3))).toBe(4)
  expect(participationRatio(Float64Array.of(0, 1e300, 0))).toBe(1)
  expect(participationRatioOfMatrix(Float64Array.of(1, 0, 0, 1))).toBe(2)
  expect(participationRatioOfMatrix(Float64Array.of(1, -1, -1, 1))).toBe(1)
  expect(participationRatioOfMatrix(Float64Array.of(1, 0.5, 0.5, 1))).toBeCloseTo(4 / 2.5, 14)
})

test('between 1 and m, the same at every scale and in every order', () => {
  const eigenvalues = fc
    .array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 12 })
    .filter((list) => Math.max(...list) > 1e-6)
  fc.assert(
    fc.property(eigenvalues, fc.double({ min: 1e-3, max: 1e3, noNaN: true }), (list, scale) => {
      const ratio = participationRatio(Float64Array.from(list))
      expect(ratio).toBeGreaterThanOrEqual(1)
      expect(ratio).toBeLessThanOrEqual(list.length)
      expect(participationRatio(Float64Array.from(list, (value) => scale * value))).toBeCloseTo(ratio, 10)
      expect(participationRatio(Float64Array.from(list.slice().reverse()))).toBeCloseTo(ratio, 10)
    }),
  )
})

test('covariances of any rows are accepted, and give what their diagonal form does', () => {
  const rows = fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 3, maxLength: 3 }), {
    minLength: 1,
    maxLength: 8,
  })
  fc.assert(
    fc.property(
      rows.filter((list) => list.some((row) => row.some((value) => value !== 0))),
      (list) => {
        const gram = Float64Array.from({ length: 9 }, (_, at) =>
          list.reduce((sum, row) => sum + row[Math.floor(at / 3)]! * row[at % 3]!, 0),
        )
        const ratio = participationRatioOfMatrix(gram)
        expect(ratio).toBeGreaterThanOrEqual(1)
        expect(ratio).toBeLessThanOrEqual(3)
        expect(participationRatioOfMatrix(gram.map((value) => 1e-8 * value))).toBeCloseTo(ratio, 12)
      },
    ),
  )
})

test('what is no covariance matrix is refused', () => {
  expect(() => participationRatio(new Float64Array(0))).toThrow('largest eigenvalue is 0')
  expect(() => participationRatio(Float64Array.of(1, -0.1))).toThrow('an eigenvalue is -0.1')
  expect(() => participationRatio(Float64Array.of(1, Number.NaN))).toThrow('NaN')
  expect(participationRatio(Float64Array.of(1, -1e-17))).toBe(1)
  expect(() => participationRatioOfMatrix(Float64Array.of(1, 0, 0))).toThrow('3 numbers are no square matrix')
  expect(() => participationRatioOfMatrix(Float64Array.of(1, 1.2, 1.2, 1))).toThrow('entry (0, 1) is 1.2')
  expect(() => participationRatioOfMatrix(Float64Array.of(1, 0.2, 0.3, 1))).toThrow('must be symmetric')
  expect(() => participationRatioOfMatrix(Float64Array.of(0, 0, 0, 0))).toThrow('on the diagonal is 0')
  expect(() => participationRatioOfMatrix(Float64Array.of(1, Number.NaN, 0, 1))).toThrow('(0, 1) is NaN')
})
