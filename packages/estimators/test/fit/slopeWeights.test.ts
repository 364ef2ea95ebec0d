import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastSquares } from '../../src/fit/leastSquares.ts'
import { slopeWeights } from '../../src/fit/slopeWeights.ts'

describe('the weights of a slope', () => {
  it('give a line its slope, whatever its level', () => {
    const x = fc.uniqueArray(fc.integer({ min: -100, max: 100 }), { minLength: 2, maxLength: 12 })
    fc.assert(
      fc.property(
        x,
        fc.double({ min: -9, max: 9, noNaN: true }),
        fc.double({ min: -9, max: 9, noNaN: true }),
        (xs, a, b) => {
          const slope = slopeWeights(xs).reduce((sum, w, i) => sum + w * (a + b * xs[i]!), 0)
          expect(slope).toBeCloseTo(b, 8)
        },
      ),
    )
  })

  it('agree with least squares on points off the line', () => {
    const [x, y] = [
      [0, 1, 3, 4],
      [1, 0, 5, 2],
    ]
    const slope = slopeWeights(x).reduce((sum, w, i) => sum + w * y[i]!, 0)
    const design = Float64Array.from(x.flatMap((value) => [1, value]))
    expect(slope).toBeCloseTo(leastSquares(design, Float64Array.from(y)).coefficients[1]!, 12)
  })

  it('refuse one place', () => {
    expect(() => slopeWeights([2, 2])).toThrow('two different values')
  })
})
