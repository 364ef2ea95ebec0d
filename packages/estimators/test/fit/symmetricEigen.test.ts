import fc from 'fast-check'
import { expect, test } from 'vitest'
import { symmetricEigen } from '../../src/fit/symmetricEigen.ts'
import { reaches } from '../golden/agreement.ts'
import { fit as golden } from '../golden/fit.ts'

const n = 5
const entries = fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: n * n, maxLength: n * n })

test('eigenvalues are those of R', () => reaches(golden, 'symmetricEigen', 14))

test('U diag(values) U` is the matrix and the columns of U are orthonormal', () => {
  fc.assert(
    fc.property(entries, (drawn) => {
      const matrix = Float64Array.from(drawn, (_, at) => {
        const [i, j] = [Math.floor(at / n), at % n]
        return drawn[Math.min(i, j) * n + Math.max(i, j)]!
      })
      const { values, vectors } = symmetricEigen(matrix, n)
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          let [product, overlap] = [0, 0]
          for (let k = 0; k < n; k++) {
            product += vectors[i * n + k]! * values[k]! * vectors[j * n + k]!
            overlap += vectors[k * n + i]! * vectors[k * n + j]!
          }
          expect(product).toBeCloseTo(matrix[i * n + j]!, 11)
          expect(overlap).toBeCloseTo(i === j ? 1 : 0, 13)
        }
    }),
  )
})

test('the second-difference matrix has the eigenvalues 2 - 2 cos(k pi / (n + 1))', () => {
  const matrix = Float64Array.from({ length: n * n }, (_, at) => {
    const distance = Math.abs(Math.floor(at / n) - (at % n))
    return distance === 0 ? 2 : distance === 1 ? -1 : 0
  })
  const { values } = symmetricEigen(matrix, n)
  for (const [k, value] of [...values].sort((a, b) => a - b).entries())
    expect(value).toBeCloseTo(2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 14)
})

test('a diagonal matrix keeps its values exactly and the input is left as it was', () => {
  const matrix = Float64Array.of(3, 0, 0, 1e-20)
  expect([...symmetricEigen(matrix, 2).values]).toEqual([3, 1e-20])
  expect([...matrix]).toEqual([3, 0, 0, 1e-20])
})
