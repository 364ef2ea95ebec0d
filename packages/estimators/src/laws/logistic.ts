import { anywhere, defineLaw, type Law, size } from './law.ts'
import { lowest, sigmoidGrid } from './startGrid.ts'

/**
 * The logistic law in ln N with a ceiling, y = a / (1 + exp(c (ln N - m))): a / 2 at N = e^m; for c > 0 it falls from a
 * to 0, for c < 0 it rises from 0 to a. The Hill law is its two-parameter form with a = 1, c = gamma, m = ln kappa. A
 * power of N is the limit of m far outside the points, so that a fit to one does not end inside the bounds of m.
 */
export const logistic: Law = defineLaw({
  id: 'logistic',
  title: 'logistic',
  equation: 'a / (1 + exp(c (ln N - m)))',
  source: 'Verhulst (1845), in ln N; in ln of the time budget arXiv 2607.05155',
  inputs: [size],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'c', unit: '1', lower: -100, upper: 100, scale: 'linear' },
    { name: 'm', unit: 'ln N', lower: -69, upper: 69, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const a = theta[0]!
    const c = theta[1]!
    for (let i = 0; i < x.length; i++) {
      const distance = Math.log(x[i]!) - theta[2]!
      const small = Math.exp(-Math.abs(c * distance))
      const larger = 1 / (1 + small)
      const share = c * distance > 0 ? small * larger : larger
      const spread = small * larger * larger
      values[i] = a * share
      jacobian[3 * i] = share
      jacobian[3 * i + 1] = -a * spread * distance
      jacobian[3 * i + 2] = a * spread * c
    }
  },
  starts(x, y) {
    const candidates = sigmoidGrid(x).flatMap(([middle, steepness]) => [
      [1, steepness, middle],
      [1, -steepness, middle],
    ])
    return lowest(logistic, x, y, candidates)
  },
})
