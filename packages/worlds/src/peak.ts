import { defineLaw } from '@lawbook/estimators'

/**
 * A law of success that is largest at a known size: y = a exp(-(ln(n / m))^2 / (2 w^2)), a the success at the best size
 * m, w how many e-folds of n away it has fallen to .61 a. Planted by `plantedTrials` it is a world for claims about the
 * best size of a team; with m beyond the largest size it is one of diminishing returns without a peak in sight.
 */
export const peak = defineLaw({
  id: 'peak',
  title: 'peak',
  equation: 'a exp(-(ln(n / m))^2 / (2 w^2))',
  source: 'a parabola in ln n for ln y, the simplest curve with one maximum on a scale of ratios',
  inputs: [{ name: 'n', unit: 'workers', from: Number.MIN_VALUE, to: Number.MAX_VALUE }],
  parameters: [
    { name: 'a', unit: 'y', lower: 0, upper: Number.POSITIVE_INFINITY, scale: 'linear' },
    { name: 'm', unit: 'workers', lower: 1e-6, upper: 1e12, scale: 'log' },
    { name: 'w', unit: 'e-folds of n', lower: 1e-2, upper: 1e3, scale: 'log' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const [a, m, w] = [theta[0]!, theta[1]!, theta[2]!]
    const logM = Math.log(m)
    for (let i = 0; i < x.length; i++) {
      const distance = (Math.log(x[i]!) - logM) / w
      const unit = Math.exp((-distance * distance) / 2)
      values[i] = a * unit
      jacobian[3 * i] = unit
      jacobian[3 * i + 1] = (a * unit * distance) / (w * m)
      jacobian[3 * i + 2] = (a * unit * distance * distance) / w
    }
  },
  starts: (x, y) => {
    const best = Array.from(x.keys()).reduce((top, i) => (y[i]! > y[top]! ? i : top), 0)
    return [best, ...x.keys()].flatMap((i) => [0.3, 1, 3].map((w) => Float64Array.of(1, x[i]!, w)))
  },
})
