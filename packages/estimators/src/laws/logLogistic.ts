import { anywhere, defineLaw, type Law } from './law.ts'
import { lowest, sigmoidGrid } from './startGrid.ts'

/**
 * The four-parameter log-logistic law (dose response), y = d + h / (1 + (x / m)^g): d + h at small x, d + h / 2 at the
 * midpoint m, d at large x. In the usual letters d is the level at large x and u = d + h the one at small x, so h < 0
 * is a curve that rises. g > 0: with -g the same curve would have two sets of parameters. x >= 0.
 */
export const logLogistic: Law = defineLaw({
  id: 'log-logistic',
  title: 'log-logistic',
  equation: 'd + h / (1 + (x / m)^g)',
  source:
    'the dose response of Hill (1910) with two levels, as in Finney (1978), Statistical Method in Biological Assay',
  inputs: [{ name: 'x', unit: 'x', from: 0, to: Number.MAX_VALUE }],
  parameters: [
    { name: 'd', unit: 'y', ...anywhere },
    { name: 'h', unit: 'y', ...anywhere },
    { name: 'm', unit: 'x', lower: 1e-30, upper: 1e30, scale: 'log' },
    { name: 'g', unit: '1', lower: 1e-3, upper: 100, scale: 'log' },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    const h = theta[1]!
    const m = theta[2]!
    const g = theta[3]!
    const logM = Math.log(m)
    for (let i = 0; i < x.length; i++) {
      const distance = Math.log(x[i]!) - logM
      const small = Math.exp(-Math.abs(g * distance))
      const larger = 1 / (1 + small)
      const share = distance > 0 ? small * larger : larger
      const spread = small * larger * larger
      values[i] = theta[0]! + h * share
      jacobian[4 * i] = 1
      jacobian[4 * i + 1] = share
      jacobian[4 * i + 2] = (h * spread * g) / m
      // At x = 0 the distance is infinite and the slope 0.
      jacobian[4 * i + 3] = spread === 0 ? 0 : -h * spread * distance
    }
  },
  starts: (x, y) =>
    lowest(
      logLogistic,
      x,
      y,
      sigmoidGrid(x).map(([middle, steepness]) => [1, 1, Math.exp(middle), steepness]),
    ),
})
