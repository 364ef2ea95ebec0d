import { anywhere, defineLaw, type Law, size } from './law.ts'
import { logRange, lowest } from './startGrid.ts'

const steepest = 10

/**
 * The shifted power law, y = a (N + s)^-b: a power of N far above s, flat below it. s = 0 is the power law. An
 * exponential curve is the limit of large b and s, so that a fit to one ends on the bound of b.
 */
export const shiftedPower: Law = defineLaw({
  id: 'shifted-power',
  title: 'shifted power',
  equation: 'a (N + s)^-b',
  source: "the form of Zipf's law of Mandelbrot (1953)",
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y N^b', ...anywhere },
    { name: 'b', unit: '1', lower: -steepest, upper: steepest, scale: 'linear' },
    { name: 's', unit: 'N', lower: 0, upper: 1e30, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const a = theta[0]!
    const b = theta[1]!
    for (let i = 0; i < x.length; i++) {
      const shifted = x[i]! + theta[2]!
      const logShifted = Math.log(shifted)
      const unit = Math.exp(-b * logShifted)
      values[i] = a * unit
      jacobian[3 * i] = unit
      jacobian[3 * i + 1] = -a * unit * logShifted
      jacobian[3 * i + 2] = (-a * b * unit) / shifted
    }
  },
  starts(x, y) {
    const { low, high } = logRange(x)
    const candidates: number[][] = []
    for (const share of [-0.3, 0, 0.3, 0.6, 1, 1.5]) {
      const s = Math.exp(low + share * (high - low))
      const width = Math.log((Math.exp(high) + s) / (Math.exp(low) + s))
      for (const bends of [0.1, 0.5, 1, 2, 4, 8]) {
        const b = Math.min(bends / width, steepest)
        candidates.push([1, b, s], [1, -b, s])
        if (b === steepest) break
      }
    }
    return lowest(shiftedPower, x, y, candidates)
  },
})
