import { leastSquares } from '@lawbook/estimators'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accuracyCurve, requestCurves } from '../src/exactAccuracy.ts'
import { lineShares } from '../src/slope.ts'
import { mean } from './table.ts'

const sizes = [10, 20, 50, 100, 200, 500]
const skills = 601

test('the mean shares are the least-squares line of the mean curve', () => {
  const standing = fc
    .record({ beaten: fc.nat(300), ties: fc.nat(100) })
    .map((counts) => ({ ...counts, matched: 600, targetMatched: true }))
  fc.assert(
    fc.property(fc.array(standing, { minLength: 1, maxLength: 20 }), (standings) => {
      const { right } = accuracyCurve(standings, sizes, skills)
      const design = Float64Array.from(sizes.flatMap((size) => [1, -Math.log(size)]))
      const { coefficients } = leastSquares(design, right)
      const shares = lineShares(requestCurves(standings, sizes, skills))
      expect(mean([...shares.a])).toBeCloseTo(coefficients[0]!, 10)
      expect(mean([...shares.b])).toBeCloseTo(coefficients[1]!, 10)
    }),
  )
})

test('a line needs two sizes', () => {
  const curves = { sizes: [10, 10], right: new Float64Array(2), abstain: new Float64Array(2) }
  expect(() => lineShares(curves)).toThrow(expect.objectContaining({ code: 'LB_FIT' }))
})
