import { defineLaw, size } from './law.ts'
import { logRange } from './startGrid.ts'

/** The inverse temperature of the router that the law describes, per unit of similarity. */
const beta = 20

/**
 * The Boltzmann law, y = a / (1 + (N - 1) exp(-20 d)): the probability that a softmax of inverse temperature 20 picks
 * the right skill when it is more similar to the request by the margin d than each of its N - 1 competitors. a is the
 * share of requests that can be found at all, and the accuracy at N = 1; a / 2 is reached at N = 1 + exp(20 d).
 */
export const boltzmann = defineLaw({
  id: 'boltzmann',
  title: 'Boltzmann',
  equation: 'a / (1 + (N - 1) exp(-20 d))',
  source: 'the predicted accuracy in the published skill manager of arXiv 2605.16508, one margin for all competitors',
  inputs: [{ ...size, from: 1 }],
  parameters: [
    { name: 'a', unit: 'y', lower: 0, upper: 1, scale: 'linear' },
    { name: 'd', unit: 'similarity', lower: -2, upper: 2, scale: 'linear' },
  ],
  linear: 1,
  evaluate(x, theta, values, jacobian) {
    const a = theta[0]!
    for (let i = 0; i < x.length; i++) {
      const distance = Math.log(x[i]! - 1) - beta * theta[1]!
      const small = Math.exp(-Math.abs(distance))
      const larger = 1 / (1 + small)
      const share = distance > 0 ? small * larger : larger
      values[i] = a * share
      jacobian[2 * i] = share
      jacobian[2 * i + 1] = a * beta * small * larger * larger
    }
  },
  starts(x) {
    const { low, width } = logRange(x.map((value) => value - 1))
    return [0.5, 1, 0, 1.5, -0.5, 2].map((share) => Float64Array.of(1, (low + share * width) / beta))
  },
})
