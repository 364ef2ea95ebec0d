import { anywhere, defineLaw, size } from './law.ts'
import { line } from './line.ts'
import { logRange } from './startGrid.ts'

/**
 * The power law of the error, y = 1 - a N^-b for a success y: the error 1 - y falls (b > 0) or grows (b < 0) as a
 * power. Least squares in y itself, not in ln(1 - y); a >= 0.
 */
export const errorPower = defineLaw({
  id: 'error-power',
  title: 'power of the error',
  equation: '1 - a N^-b',
  source: 'the power law of test loss of arXiv 2001.08361, read for the error of a success',
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y N^b', ...anywhere, lower: 0 },
    { name: 'b', unit: '1', lower: -10, upper: 10, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      const unit = Math.exp(-theta[1]! * logX)
      values[i] = 1 - theta[0]! * unit
      jacobian[2 * i] = -unit
      jacobian[2 * i + 1] = theta[0]! * unit * logX
    }
  },
  starts(x, y) {
    const wrong = Array.from(x.keys()).filter((i) => y[i]! < 1)
    const { slope } = line(
      wrong.map((i) => Math.log(x[i]!)),
      wrong.map((i) => Math.log(1 - y[i]!)),
    )
    const { width } = logRange(x)
    return [-slope, ...[0.5, -0.5, 3, -3, 12, -12].map((bends) => bends / width)].map((b) => Float64Array.of(1, b))
  },
})
