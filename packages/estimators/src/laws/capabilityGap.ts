import { anywhere, defineLaw, type Input, type Law } from './law.ts'
import { lowest } from './startGrid.ts'

const gap: Input = {
  name: 'G',
  unit: 'difference of two accuracies',
  from: -Number.MAX_VALUE,
  to: Number.MAX_VALUE,
}

/**
 * The law of the capability gap, S = c min(G - g, 0) + h (1 - exp(-max(G - g, 0) / t)): below the gap g the synergy S
 * of two agents is a line of slope c, above it S saturates at h with scale t, and the branches meet in 0 at g, which
 * belongs to the upper one. The sum of squares has a kink wherever g passes a point, hence many local minima. With
 * noise the lowest often lies on a point, at a kink (the second type of Hudson 1966, JASA 61:1097-1129): no derivative
 * is 0 there, standard errors mean nothing, and the fit ends as `singular` or in a valley nearby.
 */
export const capabilityGap: Law = defineLaw({
  id: 'capability-gap',
  title: 'capability gap',
  equation: 'c min(G - g, 0) + h (1 - exp(-max(G - g, 0) / t))',
  source: 'arXiv 2605.16508, Eq. 4',
  inputs: [gap],
  parameters: [
    { name: 'c', unit: 'y per unit of G', ...anywhere },
    { name: 'h', unit: 'y', ...anywhere },
    { name: 'g', unit: 'G', ...anywhere },
    { name: 't', unit: 'G', lower: 1e-6, upper: 1e6, scale: 'log' },
  ],
  linear: 2,
  evaluate(x, theta, values, jacobian) {
    const c = theta[0]!
    const h = theta[1]!
    const g = theta[2]!
    const t = theta[3]!
    for (let i = 0; i < x.length; i++) {
      const beyond = x[i]! - g
      const below = beyond < 0
      const left = below ? 0 : Math.exp(-beyond / t)
      const reached = below ? 0 : -Math.expm1(-beyond / t)
      values[i] = below ? c * beyond : h * reached
      jacobian[4 * i] = below ? beyond : 0
      jacobian[4 * i + 1] = reached
      jacobian[4 * i + 2] = below ? -c : (-h * left) / t
      jacobian[4 * i + 3] = below ? 0 : (((-h * left) / t) * beyond) / t
    }
  },
  starts(x, y) {
    const sorted = Array.from(new Set(x)).sort((one, other) => one - other)
    const span = sorted.at(-1)! - sorted[0]!
    const every = Math.ceil(sorted.length / 100)
    const between = sorted.slice(1).map((value, k) => (sorted[k]! + value) / 2)
    const candidates = between
      .filter((_, k) => k % every === 0)
      .flatMap((g) => [0.01, 0.03, 0.1, 0.3, 1, 3].map((share) => [1, 1, g, share * span]))
    // Every gap between two points may have a valley of its own.
    return lowest(capabilityGap, x, y, candidates, 16)
  },
})
