import { mix32 } from '@lawbook/base'
import fc from 'fast-check'
import { EigenvalueDecomposition, Matrix } from 'ml-matrix'
import { expect, test } from 'vitest'
import { topEigenvectors } from '../src/topEigenvectors.ts'

/** Y'Y for a `rank` x n matrix Y of fixed pseudo-random numbers, its rows of falling weight. */
function gram(n: number, rank: number, seed: number): Matrix {
  const entry = (i: number, j: number): number => mix32(mix32(seed + 1) + i * 1009 + j) / 4294967296 - 0.5
  const rows = Matrix.from1DArray(
    rank,
    n,
    Array.from({ length: rank * n }, (_, at) => entry(Math.floor(at / n), at % n) / (1 + Math.floor(at / n) / 8)),
  )
  return rows.transpose().mmul(rows)
}

const multiplyBy =
  (matrix: Matrix) =>
  (x: Float64Array): Float64Array =>
    Float64Array.from(matrix.mmul(Matrix.columnVector(x)).to1DArray())

test('values and eigenvectors agree with a dense decomposition, in the whole space and in a Krylov space', async () => {
  const shape = fc.record({ n: fc.integer({ min: 1, max: 90 }), k: fc.integer({ min: 1, max: 12 }), seed: fc.nat(99) })
  await fc.assert(
    fc.asyncProperty(shape, async ({ n, k, seed }) => {
      const matrix = gram(n, n, seed)
      const expected = new EigenvalueDecomposition(matrix, { assumeSymmetric: true }).realEigenvalues.reverse()
      const { values, vectors } = await topEigenvectors(multiplyBy(matrix), n, k)
      expect(values.length).toBe(expected.slice(0, k).filter((value) => value > 1e-10 * expected[0]!).length)
      values.forEach((value, i) => {
        expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-10 * expected[0]!)
        const image = multiplyBy(matrix)(vectors[i]!)
        image.forEach((x, at) => {
          expect(Math.abs(x - value * vectors[i]![at]!)).toBeLessThan(2e-9 * expected[0]!)
        })
        for (let j = 0; j <= i; j++) {
          const product = vectors[i]!.reduce((sum, x, at) => sum + x * vectors[j]![at]!, 0)
          expect(product).toBeCloseTo(i === j ? 1 : 0, 8)
        }
      })
    }),
    { numRuns: 30, seed: 1 },
  )
})

test('a matrix of smaller rank gives as many pairs as its rank, and a zero matrix none', async () => {
  expect((await topEigenvectors(multiplyBy(gram(60, 3, 5)), 60, 7)).values.length).toBe(3)
  expect((await topEigenvectors((x) => new Float64Array(x.length), 6, 2)).values.length).toBe(0)
})

test('an eigenvalue is found as often as it occurs where the whole space is searched', async () => {
  // Blocks of 4 span a space that this matrix does not leave: only fresh vectors find the other copies.
  const { values } = await topEigenvectors((x) => x.map((value, i) => (i < 9 ? 3 * value : value)), 24, 12)
  expect(Array.from(values, (value) => Math.round(value * 1e9) / 1e9)).toEqual([...Array(9).fill(3), 1, 1, 1])
})

test('the same bits every time', async () => {
  const matrix = gram(80, 80, 3)
  const [one, two] = [
    await topEigenvectors(multiplyBy(matrix), 80, 5),
    await topEigenvectors(multiplyBy(matrix), 80, 5),
  ]
  expect(two).toEqual(one)
})
