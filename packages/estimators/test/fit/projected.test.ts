import { expect, test } from 'vitest'
import { levenbergMarquardt } from '../../src/fit/levenbergMarquardt.ts'
import { type ProjectedModel, projected, withLinear } from '../../src/fit/projected.ts'
import { digits, nist } from '../fixtures/nist.ts'

test('searching one parameter reaches the certified minimum of both (Misra1a)', () => {
  const { x, starts, certified } = nist.Misra1a
  const y = Float64Array.from(nist.Misra1a.y)
  const model: ProjectedModel = {
    lower: Float64Array.of(-1),
    upper: Float64Array.of(1),
    evaluate([b], u, slopes) {
      for (const [i, at] of x.entries()) {
        u[i] = 1 - Math.exp(-b! * at)
        slopes[i] = at * Math.exp(-b! * at)
      }
    },
  }
  const fit = withLinear(levenbergMarquardt(projected(model, y), [Float64Array.of(starts[0]![1]!)]), model, y)
  if (fit.status !== 'converged') throw new Error(fit.status)
  for (const [j, value] of certified.entries()) expect(digits(fit.parameters[j]!, value)).toBeGreaterThan(9)
})
