import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rowProducts } from '../src/rowProducts.ts'

test('every product has the bits of the plain loop, whatever the shape', () => {
  const float = fc.float({ noNaN: true, noDefaultInfinity: true })
  const shape = fc.record({ n: fc.integer({ min: 0, max: 40 }), dimensions: fc.integer({ min: 1, max: 70 }) })
  const matrix = shape.chain(({ n, dimensions }) =>
    fc.record({
      n: fc.constant(n),
      dimensions: fc.constant(dimensions),
      rows: fc.array(float, { minLength: n * dimensions, maxLength: n * dimensions }),
      queries: fc.array(
        fc.array(fc.double({ noNaN: true, min: -1e30, max: 1e30 }), { minLength: dimensions, maxLength: dimensions }),
        {
          minLength: 1,
          maxLength: 3,
        },
      ),
    }),
  )
  fc.assert(
    fc.property(matrix, ({ n, dimensions, rows, queries }) => {
      const products = rowProducts(Float32Array.from(rows), n, dimensions)
      const results = queries.map(products)
      queries.forEach((query, k) => {
        const expected = Array.from({ length: n }, (_, j) => {
          let sum = 0
          for (let i = 0; i < dimensions; i++) sum += query[i]! * rows[j * dimensions + i]!
          return sum
        })
        expect(results[k]).toEqual(Float64Array.from(expected))
      })
    }),
  )
})

test('there are no products without rows, and rows without dimensions give zeros', () => {
  expect(rowProducts(new Float32Array(0), 2, 0)([])).toEqual(new Float64Array(2))
  expect(rowProducts(new Float32Array(0), 0, 5)([1, 2, 3, 4, 5])).toEqual(new Float64Array(0))
})

test('more than one page of memory is as good as one', () => {
  const [n, dimensions] = [1003, 96]
  const rows = Float32Array.from({ length: n * dimensions }, (_, at) => Math.sin(at))
  const query = Float64Array.from({ length: dimensions }, (_, i) => Math.cos(i))
  const values = rowProducts(rows, n, dimensions)(query)
  for (const j of [0, 7, 8, 500, 999, 1000, 1002]) {
    let sum = 0
    for (let i = 0; i < dimensions; i++) sum += query[i]! * rows[j * dimensions + i]!
    expect(values[j]).toBe(sum)
  }
  expect(values).toHaveLength(n)
})
