import { anywhere, defineLaw, type Law } from './law.ts'
import { lowest, sigmoidGrid } from './startGrid.ts'

/**
 * The saturating law (rising Hill curve), y = a x^g / (k^g + x^g): 0 at x = 0, a / 2 at k, a at large x; g = 1 is
 * Michaelis and Menten's. The logistic law with c = -g and m = ln k in the letters of pharmacology, and defined at
 * x = 0. A rising power of x is the limit of large k, so that a fit to one ends on the bound of k.
 */
export const saturating: Law = defineLaw({
  id: 'saturating',
  title: 'saturating',
  equation: 'a x^g / (k^g + x^g)',
  source: 'Hill (1910), with an amplitude',
  inputs: [{ name: 'x', unit: 'x', from: 0, to: Number.MAX_VALUE }],
  parameters: [
    { name: 'a', unit: 'y', ...anywhere },
    { name: 'k', unit: 'x', lower: 1e-30, upper: 1e30, scale: 'log' },
    { name: 'g', unit: '1', lower: 1e-3, upper: 100, scale: 'log' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const a = theta[0]!
    const k = theta[1]!
    const g = theta[2]!
    const logK = Math.log(k)
    for (let i = 0; i < x.length; i++) {
      const distance = Math.log(x[i]!) - logK
      const small = Math.exp(-Math.abs(g * distance))
      const larger = 1 / (1 + small)
      const share = distance > 0 ? larger : small * larger
      const spread = small * larger * larger
      values[i] = a * share
      jacobian[3 * i] = share
      jacobian[3 * i + 1] = (-a * spread * g) / k
      // At x = 0 the distance is infinite and the slope 0.
      jacobian[3 * i + 2] = spread === 0 ? 0 : a * spread * distance
    }
  },
  starts: (x, y) =>
    lowest(
      saturating,
      x,
      y,
      sigmoidGrid(x).map(([middle, steepness]) => [1, Math.exp(middle), steepness]),
    ),
})
