import { anywhere, defineLaw, size } from './law.ts'
import { logRange } from './startGrid.ts'

/**
 * The power law of the error above a floor, y = 1 - e - a N^-b for a success y, with an irreducible error e in [0, 1]
 * and a >= 0: for b > 0 the success rises to 1 - e, for b < 0 it falls from 1 - e. Its limit for b near 0 is a line in
 * ln N, where e and a are no longer told apart.
 */
export const errorPowerFloor = defineLaw({
  id: 'error-power-floor',
  title: 'power of the error above a floor',
  equation: '1 - e - a N^-b',
  source: 'the loss with an irreducible term of arXiv 2203.15556, read for the error of a success',
  inputs: [size],
  parameters: [
    { name: 'e', unit: 'y', lower: 0, upper: 1, scale: 'linear' },
    { name: 'a', unit: 'y N^b', ...anywhere, lower: 0 },
    { name: 'b', unit: '1', lower: -10, upper: 10, scale: 'linear' },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      const unit = Math.exp(-theta[2]! * logX)
      values[i] = 1 - theta[0]! - theta[1]! * unit
      jacobian[3 * i] = -1
      jacobian[3 * i + 1] = -unit
      jacobian[3 * i + 2] = theta[1]! * unit * logX
    }
  },
  starts(x) {
    const { width } = logRange(x)
    return [1, -1, 4, -4, 0.2, -0.2, 15, -15].map((bends) => Float64Array.of(1, 1, bends / width))
  },
})
