import { anywhere, defineLaw, size } from './law.ts'
import { line } from './line.ts'

/** The power law, y = a N^-b, least squares in y itself (not in ln y), a by variable projection. */
export const power = defineLaw({
  id: 'power',
  title: 'power',
  equation: 'a N^-b',
  source: 'the usual form of scaling laws, as in arXiv 2001.08361',
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'b', unit: '1', lower: -10, upper: 10, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    for (let i = 0; i < x.length; i++) {
      const logX = Math.log(x[i]!)
      const unit = Math.exp(-theta[1]! * logX)
      values[i] = theta[0]! * unit
      jacobian[2 * i] = unit
      jacobian[2 * i + 1] = -theta[0]! * unit * logX
    }
  },
  starts(x, y) {
    const positive = Array.from(x.keys()).filter((i) => y[i]! > 0)
    const { slope } = line(
      positive.map((i) => Math.log(x[i]!)),
      positive.map((i) => Math.log(y[i]!)),
    )
    return [-slope, 0.1, 1, -0.5].map((b) => Float64Array.of(1, b))
  },
})
