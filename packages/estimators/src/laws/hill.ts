import { defineLaw, size } from './law.ts'
import { line } from './line.ts'

/**
 * The Hill (saturating) law, y = 1 / (1 + (N / kappa)^gamma): 1 at small N, 1/2 at kappa, 0 at large N. The
 * two-parameter form of the capacity curve of arXiv 2601.04748, a logistic curve in ln N.
 */
export const hill = defineLaw({
  id: 'hill',
  title: 'Hill',
  equation: '1 / (1 + (N / kappa)^gamma)',
  source: 'arXiv 2601.04748, the capacity curve',
  inputs: [size],
  parameters: [
    { name: 'kappa', unit: 'N', lower: 1e-30, upper: 1e30, scale: 'log' },
    { name: 'gamma', unit: '1', lower: 1e-3, upper: 100, scale: 'log' },
  ],
  linear: 0,
  evaluate(x, theta, values, jacobian) {
    const kappa = theta[0]!
    const gamma = theta[1]!
    const logKappa = Math.log(kappa)
    for (let i = 0; i < x.length; i++) {
      const distance = Math.log(x[i]!) - logKappa
      const small = Math.exp(-Math.abs(gamma * distance))
      const larger = 1 / (1 + small)
      values[i] = distance > 0 ? small * larger : larger
      const spread = small * larger * larger
      jacobian[2 * i] = (spread * gamma) / kappa
      jacobian[2 * i + 1] = -spread * distance
    }
  },
  starts(x, y) {
    const logX = Array.from(x, (value) => Math.log(value))
    const logits = Array.from(y, (value) => {
      const inside = Math.min(Math.max(value, 1e-3), 1 - 1e-3)
      return Math.log((1 - inside) / inside)
    })
    const { intercept, slope } = line(logX, logits)
    const centre = logX.reduce((sum, value) => sum + value, 0) / logX.length
    const far = [-5, 0, 5].map((shift) => Float64Array.of(Math.exp(centre + shift), 1))
    const guess = slope > 0 ? [Float64Array.of(Math.exp(-intercept / slope), slope)] : []
    return [...guess, ...far, Float64Array.of(Math.exp(centre), 0.2)]
  },
})
