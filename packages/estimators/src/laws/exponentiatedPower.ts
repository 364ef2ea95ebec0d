import { defineLaw, type Law } from './law.ts'
import { lowest, sigmoidGrid } from './startGrid.ts'

/**
 * The exponentiated power law, y = exp(-a k^-b), a > 0: the log of the coverage after k samples is a power of k. For
 * b > 0 it rises from 0 to 1, for b < 0 it falls from 1 to 0 (stretched exponential); y = 1/2 at k = (a / ln 2)^(1/b).
 */
export const exponentiatedPower: Law = defineLaw({
  id: 'exponentiated-power',
  title: 'exponentiated power',
  equation: 'exp(-a k^-b)',
  source: 'arXiv 2407.21787, coverage under repeated sampling',
  inputs: [{ name: 'k', unit: 'samples', from: Number.MIN_VALUE, to: Number.MAX_VALUE }],
  parameters: [
    { name: 'a', unit: 'k^b', lower: 1e-100, upper: 1e100, scale: 'log' },
    { name: 'b', unit: '1', lower: -100, upper: 100, scale: 'linear' },
  ],
  linear: 0,
  evaluate(x, theta, values, jacobian) {
    const logA = Math.log(theta[0]!)
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      const deficit = Math.exp(logA - theta[1]! * logX)
      const value = Math.exp(-deficit)
      values[i] = value
      // Where the value is 0 to the last digit its slopes are too, although the deficit may be infinite.
      const slope = value === 0 ? 0 : value * deficit
      jacobian[2 * i] = -slope / theta[0]!
      jacobian[2 * i + 1] = slope * logX
    }
  },
  starts(x, y) {
    const candidates = sigmoidGrid(x).flatMap(([middle, steepness]) =>
      [steepness, -steepness].map((b) => [Math.LN2 * Math.exp(b * middle), b]),
    )
    return lowest(exponentiatedPower, x, y, candidates)
  },
})
